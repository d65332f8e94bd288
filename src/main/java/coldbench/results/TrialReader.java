package coldbench.results;

import coldbench.analysis.Block;
import coldbench.analysis.Discarded;
import coldbench.analysis.Failure;
import coldbench.analysis.HandlerTimes;
import coldbench.analysis.RunLimits;
import coldbench.analysis.Sample;
import coldbench.analysis.SampleField;
import coldbench.analysis.Sandbox;
import coldbench.analysis.Trial;
import coldbench.json.InvalidFieldException;
import coldbench.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One trial object: one cold start and its warm calls. */
final class TrialReader {
  private final String run;
  private final int warm;

  /**
   * @param run whose trials are read
   * @param warm warm calls that a complete trial of it has
   */
  TrialReader(String run, int warm) {
    this.run = run;
    this.warm = warm;
  }

  /** Where a trial's warm calls are that its own object does not hold. */
  interface Parts {
    ObjectFiles.WithCalls read(int part) throws InvalidResultException, IOException;
  }

  private void agree(JsonObject json, String function, Block block) {
    agree("run", json.text("run"), run);
    agree("function", json.text("function"), function);
    agree("memoryMb", json.whole("memoryMb", 0, Integer.MAX_VALUE), block.memoryMb());
    agree("round", json.whole("round", 0, Integer.MAX_VALUE), block.round());
  }

  /**
   * @param object one trial's
   * @param parts reads the parts of its warm calls that stand elsewhere
   * @param function and {@code block}: what the object's key says it is
   * @param unknown takes fields that this version does not know
   */
  Trial read(
      ObjectFiles.WithCalls object, Parts parts, String function, Block block, List<String> unknown)
      throws InvalidResultException, IOException {
    JsonObject json = object.fields();
    agree(json, function, block);
    List<Discarded> discarded = new ArrayList<>();
    for (JsonObject each : json.objects("discarded")) {
      discarded.add(
          new Discarded(
              each.text("wanted"), each.text("was"), (int) each.whole("attempt", 0, 999)));
    }
    Optional<JsonObject> cold = json.optionalObject("cold");
    Optional<Sample> first =
        cold.isEmpty() ? Optional.empty() : Optional.of(sample(cold.get(), unknown));
    List<Sample> following = new ArrayList<>();
    long before = json.optionalWhole("parts", 1, RunLimits.WARM_MOST).orElse(0);
    for (int part = 1; part <= before; part++) {
      ObjectFiles.WithCalls holding = parts.read(part);
      JsonObject calls = holding.fields();
      agree(calls, function, block);
      agree("part", calls.whole("part", 1, RunLimits.WARM_MOST), part);
      following.addAll(holding.calls(each -> sample(each, unknown)));
      unknown.addAll(calls.unread());
    }
    following.addAll(object.calls(each -> sample(each, unknown)));
    Trial trial =
        new Trial(
            run,
            function,
            block,
            json.optionalTime("forcedAt"),
            (int) json.whole("attempts", 0, 999),
            json.optionalWhole("polls", 0, 99_999),
            lane(json),
            discarded,
            first,
            following,
            sandbox(json, unknown),
            failure(json));
    check(json.text("status"), trial);
    unknown.addAll(json.unread());
    return trial;
  }

  private static Sample sample(JsonObject json, List<String> unknown) {
    // Runs before November 2026 have it as app.
    Optional<JsonObject> told = json.optionalObject(json.has("handler") ? "handler" : "app");
    HandlerTimes handler = HandlerTimes.UNTOLD;
    if (told.isPresent()) {
      JsonObject times = told.get();
      handler =
          new HandlerTimes(
              times.optionalNumber(SampleField.COMPUTE.jsonName(), 0),
              times.optionalNumber(SampleField.ALLOC.jsonName(), 0),
              times.optionalNumber(SampleField.TOTAL.jsonName(), 0));
      unknown.addAll(times.unread());
    }
    Sample sample =
        new Sample(
            json.text("requestId"),
            json.optionalNumber(SampleField.INIT.jsonName(), 0),
            json.optionalNumber(SampleField.RESTORE.jsonName(), 0),
            json.number(SampleField.DURATION.jsonName(), 0),
            json.number(SampleField.BILLED.jsonName(), 0),
            json.number(SampleField.MAX_MEMORY.jsonName(), 0),
            handler,
            json.optionalNumber(SampleField.WAIT.jsonName(), 0));
    json.ignore("billedRestoreMs");
    unknown.addAll(json.unread());
    return sample;
  }

  private static Optional<Sandbox> sandbox(JsonObject json, List<String> unknown) {
    Optional<JsonObject> told = json.optionalObject("sandbox");
    Optional<Sandbox> sandbox =
        told.map(
            each ->
                new Sandbox(
                    each.optionalText("cpu"),
                    each.optionalText("kernel"),
                    each.optionalWhole("memoryMb", 1, Integer.MAX_VALUE)));
    told.ifPresent(each -> unknown.addAll(each.unread()));
    return sandbox;
  }

  private static OptionalInt lane(JsonObject json) {
    OptionalLong lane = json.optionalWhole("lane", 1, RunLimits.LANES_MOST);
    return lane.isPresent() ? OptionalInt.of((int) lane.getAsLong()) : OptionalInt.empty();
  }

  private static Optional<Failure> failure(JsonObject json) {
    Optional<JsonObject> error = json.optionalObject("error");
    return error.isEmpty() ? Optional.empty() : Optional.of(failureOf(error.get()));
  }

  static Failure failureOf(JsonObject error) {
    return new Failure(
        error.text("name"), error.optionalText("cause").orElse("no cause was given"));
  }

  /** What the state machine guarantees of its trials; a file that breaks it was changed by hand. */
  private void check(String status, Trial trial) {
    String rightStatus = trial.failure().isPresent() ? "failed" : "complete";
    agree("status", status, rightStatus);
    if (trial.failure().isEmpty()) {
      if (trial.cold().isEmpty()) {
        throw new InvalidFieldException("cold", "is missing, a complete trial has one");
      }
      agree("the number of warm calls", trial.warm().size(), warm);
    }
    if (trial.cold().isPresent()) {
      Sample cold = trial.cold().get();
      if (cold.initMs().isPresent() == cold.restoreMs().isPresent()) {
        throw new InvalidFieldException(
            "cold.initMs",
            cold.initMs().isPresent()
                ? "and cold.restoreMs are there, a cold call has one of them"
                : "is missing, a cold call has one (with SnapStart restoreMs)");
      }
      billed("cold", cold);
    }
    for (int i = 0; i < trial.warm().size(); i++) {
      Sample warmCall = trial.warm().get(i);
      String name = "warm[" + i + "]";
      if (warmCall.initMs().isPresent()) {
        throw new InvalidFieldException(name + ".initMs", "is there, a warm call has none");
      }
      if (warmCall.restoreMs().isPresent()) {
        throw new InvalidFieldException(name + ".restoreMs", "is there, a warm call has none");
      }
      billed(name, warmCall);
    }
  }

  /** Lambda bills at least the duration, in whole milliseconds. */
  private static void billed(String name, Sample sample) {
    if (sample.billedMs() < Math.floor(sample.durationMs())) {
      throw new InvalidFieldException(
          name + ".billedMs",
          "is %s, expected at least its durationMs, %s"
              .formatted(sample.billedMs(), sample.durationMs()));
    }
  }

  private static void agree(String what, Object found, Object wanted) {
    if (!found.toString().equals(wanted.toString())) {
      throw new InvalidFieldException(what, "is " + found + ", expected " + wanted);
    }
  }
}
