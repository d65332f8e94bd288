package coldbench.deploy.functions;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.lambda.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change and its base in one stack. */
class LineupTest {
  @TempDir private Path folder;
  private Path head;
  private Path base;
  private final List<String> problems = new ArrayList<>();

  @BeforeEach
  void twoCheckouts() throws Exception {
    head = checkout("head");
    base = checkout("base");
  }

  private Path checkout(String name) throws Exception {
    Path checkout = folder.resolve(name);
    Files.createDirectories(checkout.resolve("python-fn/function"));
    Files.writeString(checkout.resolve("python-fn/function/app.py"), "# " + name);
    Files.createDirectories(checkout.resolve("lambda"));
    Files.writeString(checkout.resolve("lambda/pom.xml"), "<project/>");
    return checkout;
  }

  private List<Lineup.Member> lineup(Optional<Path> other, OwnFunction... own) {
    List<OwnFunction> ours =
        BuiltIn.all(head).stream()
            .filter(BuiltIn::always)
            .map(each -> each.function(Architecture.ARM64))
            .toList();
    return new Lineup(head, other).of(ours, List.of(own), problems);
  }

  private static OwnFunction own(String label, Path code, String runtime) {
    return new OwnFunction(
        label,
        Optional.empty(),
        new OwnFunction.Source.Given(code),
        runtime,
        "app.handler",
        Architecture.ARM64,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        FunctionSettings.DEFAULTS);
  }

  private static List<String> labels(List<Lineup.Member> members) {
    return members.stream().map(each -> each.function().label()).toList();
  }

  @Test
  void withoutABaseEachFunctionStandsOnce() {
    List<Lineup.Member> members = lineup(Optional.empty());

    assertThat(labels(members)).containsExactly("java", "python");
    assertThat(members).allMatch(each -> each.function().like().isEmpty());
    assertThat(members).extracting(Lineup.Member::id).containsExactly("Java", "Python");
  }

  @Test
  void eachFunctionIsSetAgainstThePackageThatTheBaseHasOfIt() {
    List<Lineup.Member> members = lineup(Optional.of(base));

    assertThat(problems).isEmpty();
    assertThat(labels(members)).containsExactly("java", "java-base", "python", "python-base");
    assertThat(members.get(0).function().like()).contains("java-base");
    assertThat(members.get(0).project()).isEqualTo(head);
    assertThat(members.get(1).function().like()).isEmpty();
    assertThat(members.get(1).project()).isEqualTo(base);
    assertThat(members.get(1).id()).isEqualTo("BaseJava");
    assertThat(members.get(3).function().source())
        .isEqualTo(new OwnFunction.Source.Given(base.resolve("python-fn/function")));
  }

  @Test
  void anEntryOfAnotherRepositoryIsLookedForInThatOnesBase() throws Exception {
    Path repository = Files.createDirectories(folder.resolve("theirs"));
    Files.createDirectory(repository.resolve(".git"));
    Path code = Files.createDirectories(repository.resolve("build/package"));
    Path theirs = folder.resolve("their-base");
    Files.createDirectories(theirs.resolve("build/package"));
    Files.writeString(theirs.resolve("build/package/app.py"), "# base");

    List<Lineup.Member> members = lineup(Optional.of(theirs), own("orders", code, "python3.13"));

    assertThat(labels(members)).containsExactly("java", "python", "orders", "orders-base");
    assertThat(members.get(3).function().source())
        .isEqualTo(new OwnFunction.Source.Given(theirs.resolve("build/package")));
    assertThat(members.get(3).id()).isEqualTo("BaseOwnOrders");
  }

  @Test
  void whatTheBaseDoesNotHaveStandsOnce() throws Exception {
    Path code = Files.createDirectories(head.resolve("new"));

    assertThat(labels(lineup(Optional.of(base), own("new", code, "python3.13"))))
        .containsExactly("java", "java-base", "python", "python-base", "new");
    assertThat(problems).isEmpty();
  }

  @Test
  void aPackageOfTheBaseThatCannotBeUsedIsNamed() throws Exception {
    Path code = Files.createDirectories(head.resolve("program"));
    Files.createDirectories(base.resolve("program"));
    Files.writeString(base.resolve("program/readme"), "no bootstrap");

    lineup(Optional.of(base), own("program", code, "provided.al2023"));

    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("the base of program is \"" + base.resolve("program") + "\", which has no ");
  }

  @Test
  void aLabelThatIsTheBasesIsNamed() throws Exception {
    Path code = Files.createDirectories(head.resolve("new"));

    lineup(Optional.of(base), own("python-base", code, "python3.13"));

    assertThat(problems)
        .containsExactly(
            "functions has the label python-base, which is also made of another one for its base or its processor: rename one");
  }
}
