package coldbench.cli;

import coldbench.url.LatencyText;
import coldbench.url.Load;
import coldbench.url.LoadResult;
import coldbench.url.Signer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coldbench url}: what a client sees of function URLs, local or deployed. */
@Command(
    name = "url",
    description = "Measures the latency of function URLs, one after the other, from this machine.",
    mixinStandardHelpOptions = true)
public final class UrlCommand implements Callable<Integer> {
  private static final Pattern DEPLOYED =
      Pattern.compile(".+\\.lambda-url\\.([a-z0-9-]+)\\.on\\.aws");
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int USUAL_COUNT = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "URL", description = "What to request, with GET.")
  private List<URI> urls = new ArrayList<>();

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many requests (default: 100, or as many as --time allows).")
  private Optional<Integer> count = Optional.empty();

  @Option(names = "--time", paramLabel = "SECONDS", description = "For how long at most.")
  private Optional<Integer> seconds = Optional.empty();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Requests at a time, each on its own connection (default: 1).")
  private int concurrency = 1;

  @Option(
      names = "--sign",
      negatable = true,
      description =
          "Sign with AWS credentials, found the way all AWS tools find them (default: for deployed URLs).")
  private Optional<Boolean> sign = Optional.empty();

  @Option(
      names = "--region",
      description = "Region to sign for (default: the URL's, else us-east-1).")
  private Optional<String> region = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    Map<URI, Load> loads = new LinkedHashMap<>();
    for (URI url : urls) {
      loads.put(url, load(url));
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean complete = true;
    for (Map.Entry<URI, Load> load : loads.entrySet()) {
      load.getValue().warmUp();
      LoadResult result = load.getValue().run();
      LatencyText.of(load.getKey(), result).forEach(out::println);
      if (result.forbidden()) {
        spec.commandLine().getErr().println("coldbench: " + hint(load.getValue()));
      }
      complete &= result.failures().isEmpty() && result.connectingMs().length > 0;
    }
    return complete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static String hint(Load load) {
    return load.signer().isPresent()
        ? "the URL refuses these credentials: they need lambda:InvokeFunctionUrl and"
            + " lambda:InvokeFunction for it, and the region that it is in (--region)"
        : "the URL requires signed requests (auth type AWS_IAM): give --sign, with credentials that may"
            + " call lambda:InvokeFunctionUrl and lambda:InvokeFunction";
  }

  private void check() {
    List<String> problems = new ArrayList<>();
    count.ifPresent(given -> positive("--count", given, 10_000_000, problems));
    seconds.ifPresent(given -> positive("--time", given, (int) LONGEST.toSeconds(), problems));
    positive("--concurrency", concurrency, 1000, problems);
    for (URI url : urls) {
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!http || url.getHost() == null) {
        problems.add("URL is \"" + url + "\", expected http://… or https://…");
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems);
    }
  }

  private static void positive(String option, int value, int highest, List<String> problems) {
    if (value < 1 || value > highest) {
      problems.add(option + " is \"" + value + "\", expected a whole number from 1 to " + highest);
    }
  }

  private Load load(URI url) {
    Optional<Integer> most = seconds.isEmpty() ? count.or(() -> Optional.of(USUAL_COUNT)) : count;
    OptionalInt requests = most.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    Duration time = seconds.map(Duration::ofSeconds).orElse(LONGEST);
    return new Load(url, requests, time, concurrency, signer(url));
  }

  private Optional<Signer> signer(URI url) {
    Matcher deployed = DEPLOYED.matcher(String.valueOf(url.getHost()));
    boolean known = deployed.matches();
    if (!sign.orElse(known)) {
      return Optional.empty();
    }
    String signedFor = region.orElseGet(() -> known ? deployed.group(1) : "us-east-1");
    Optional<Signer> signer = Signer.withCredentialsOfTheUser(signedFor);
    if (signer.isEmpty()) {
      throw new InvalidOptionsException(
          "requests to "
              + url
              + " must be signed, but there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or a profile, or give --no-sign for a URL of auth type NONE");
    }
    return signer;
  }
}
