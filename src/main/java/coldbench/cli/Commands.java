package coldbench.cli;

import picocli.CommandLine.HelpCommand;

/** The commands by their names; a class is loaded when it is asked for. */
final class Commands {
  private Commands() {}

  static Class<?> of(String name) {
    return switch (name) {
      case "asl" -> AslCommand.class;
      case "bench-runtime" -> BenchRuntimeCommand.class;
      case "build" -> BuildCommand.class;
      case "compare" -> CompareCommand.class;
      case "completion" -> CompletionCommand.class;
      case "definition" -> DefinitionCommand.class;
      case "deploy" -> DeployCommand.class;
      case "destroy" -> DestroyCommand.class;
      case "doctor" -> DoctorCommand.class;
      case "fetch" -> FetchCommand.class;
      case "help" -> HelpCommand.class;
      case "history" -> HistoryCommand.class;
      case "import" -> ImportCommand.class;
      case "invoke" -> InvokeCommand.class;
      case "local" -> LocalCommand.class;
      case "new" -> NewCommand.class;
      case "plan" -> PlanCommand.class;
      case "report" -> ReportCommand.class;
      case "resume" -> ResumeCommand.class;
      case "run" -> RunCommand.class;
      case "runs" -> RunsCommand.class;
      case "serve" -> ServeCommand.class;
      case "stop" -> StopCommand.class;
      case "url" -> UrlCommand.class;
      default -> throw new IllegalArgumentException("no command " + name);
    };
  }
}
