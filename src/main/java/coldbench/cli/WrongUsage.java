package coldbench.cli;

import coldbench.json.Misspelt;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Arguments that no command takes: two lines, what is wrong with them and where to read more. */
final class WrongUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    if (arguments.length == 0) {
      command.usage(command.getErr());
      return ExitCode.USAGE;
    }
    String name = command.getCommandName();
    boolean whole = command.getParent() == null;
    command.getErr().println("coldbench: " + problem(wrong, whole));
    command.getErr().println("More: " + CalledAs.command("help" + (whole ? "" : " " + name)));
    return ExitCode.USAGE;
  }

  private static String problem(ParameterException wrong, boolean whole) {
    ArgSpec argument = wrong.getArgSpec();
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, whole);
    }
    if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      boolean given = missing.getMissing().stream().anyMatch(WrongUsage::isGiven);
      return missing.getMissing().stream().map(WrongUsage::name).collect(Collectors.joining(", "))
          + (given ? " has no value, expected one behind it" : ", which is needed, is missing");
    }
    if (wrong instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " is given twice, expected it once";
    }
    if (wrong instanceof MutuallyExclusiveArgsException) {
      return String.valueOf(wrong.getMessage())
          .replaceFirst("^Error: ", "")
          .replaceFirst(" are mutually exclusive.*", " are given together, expected one of them");
    }
    if (argument != null && wrong.getValue() != null) {
      return "%s is \"%s\", expected %s"
          .formatted(name(argument), wrong.getValue(), expected(argument));
    }
    return String.valueOf(wrong.getMessage());
  }

  private static String unmatched(UnmatchedArgumentException unmatched, boolean whole) {
    String first = unmatched.getUnmatched().get(0);
    CommandLine command = unmatched.getCommandLine();
    Collection<String> known =
        unmatched.isUnknownOption()
            ? command.getCommandSpec().optionsMap().keySet()
            : whole ? CommandHelp.commands() : Set.of();
    String kind = unmatched.isUnknownOption() ? "option" : whole ? "command" : "argument";
    return "\"%s\" is no %s%s%s"
        .formatted(
            first,
            kind,
            whole ? "" : " of " + command.getCommandName(),
            Misspelt.hint(first.split("=", 2)[0], known));
  }

  /** An option that is there lacks its value, an argument is not there at all. */
  private static boolean isGiven(ArgSpec argument) {
    return argument instanceof OptionSpec option && !option.required();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String expected(ArgSpec argument) {
    if (argument.typeInfo().isMap()) {
      return argument.paramLabel();
    }
    Class<?> type =
        argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
    if (type.isEnum()) {
      return "one of "
          + Stream.of(type.getEnumConstants())
              .map(each -> written(argument, each.toString()))
              .collect(Collectors.joining(", "));
    }
    if (type == double.class || type == Double.class) {
      return "a number, such as 1.1";
    }
    return type == boolean.class ? "no value" : "a whole number of at most nine digits";
  }

  /** As the option itself writes its values. */
  private static String written(ArgSpec argument, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return argument.paramLabel().contains(lower) ? lower : value;
  }
}
