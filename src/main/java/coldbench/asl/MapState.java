package coldbench.asl;

import java.util.List;

/** What Map states of both modes have in common: they run one workflow for many items. */
sealed interface MapState extends State permits InlineMapState, DistributedMapState {
  MapItems items();

  Workflow processor();

  Recovery recovery();

  /** One attempt at all items. */
  Transition attempt(StateExecution visit) throws StateFailure, InterruptedException;

  @Override
  default String type() {
    return "Map";
  }

  @Override
  default List<Workflow> workflows() {
    return List.of(processor());
  }

  @Override
  default boolean retries() {
    return true;
  }

  @Override
  default Transition run(StateExecution visit) throws StateFailure, InterruptedException {
    return recovery().run(visit, items().attempt(visit, () -> attempt(visit)));
  }
}
