package coldbench.faults;

import java.util.Random;

/**
 * How often an account misbehaves, each from 0 to 1.
 *
 * @param throttled calls that are refused before they do anything
 * @param lost calls that do what they are to do, but whose answer is lost
 * @param late updates that take several polls, and show an old revision at first
 * @param oldSandbox forces after which sandboxes of the old configuration still answer some calls
 * @param coldInBetween warm calls for which a new sandbox is started
 * @param suppressed cold starts whose init is repeated inside the call
 * @param wrong answers that are wrong
 * @param cut logs whose REPORT line is missing
 * @param crashed calls in which the function ends with an error, and snapshots that fail
 * @param refusedObject trial objects that the bucket never takes
 * @param stuck updates after which a function refuses every further one
 * @param unrestorable updates that give a function its own variables back, and versions to be
 *     deleted, that are refused for good
 */
record Faults(
    double throttled,
    double lost,
    double late,
    double oldSandbox,
    double coldInBetween,
    double suppressed,
    double wrong,
    double cut,
    double crashed,
    double refusedObject,
    double stuck,
    double unrestorable) {
  static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Some faults, none, or all of them: every mixture comes up over the seeds. */
  static Faults any(Random random) {
    return new Faults(
        rate(random, 0.3),
        rate(random, 0.1),
        rate(random, 0.8),
        rate(random, 0.7),
        rate(random, 0.2),
        rate(random, 0.1),
        rate(random, 0.02),
        rate(random, 0.05),
        rate(random, 0.02),
        rate(random, 0.1),
        rate(random, 0.01),
        rate(random, 0.1));
  }

  private static double rate(Random random, double most) {
    return random.nextBoolean() ? 0 : random.nextDouble() * most;
  }
}
