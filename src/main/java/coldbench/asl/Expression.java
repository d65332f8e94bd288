package coldbench.asl;

import coldbench.json.InvalidFieldException;
import coldbench.json.JsonObject;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.RepairedJsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata expression of a definition, parsed once and evaluated often, also by several threads.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">
 *     Transforming data with JSONata</a>
 */
final class Expression {
  private static final String THREW = "threw an error during evaluation";

  private final String text;
  private final String field;
  private final References references;
  private final Jsonata parsed;

  private Expression(String text, String field, References references, Jsonata parsed) {
    this.text = text;
    this.field = field;
    this.references = references;
    this.parsed = parsed;
  }

  /**
   * Reads an expression.
   *
   * @param text the expression without its marks
   * @param field the state's field as error messages name it, such as {@code Output/result}
   * @param path its JSON path in the definition
   * @param states what {@code $states} has there
   */
  static Expression parse(String text, String field, String path, StatesFields states) {
    References references = new References(text);
    checkReferences(references, path, states);
    for (String call : references.calls()) {
      if (!FunctionLibrary.NAMES.contains(call)) {
        throw new InvalidFieldException(
            path,
            "calls $%s, expected a function of JSONata in Step Functions: %s"
                .formatted(call, String.join(", ", FunctionLibrary.NAMES)));
      }
    }
    try {
      Jsonata parsed = jsonata(text);
      parsed.setOutputConvertNulls(false);
      parsed.setValidateInput(false);
      // The parser keeps the last expression of a thread as the place where that thread's
      // evaluations leave their state. It must be one that is never evaluated itself.
      jsonata("null");
      return new Expression(text, field, references, parsed);
    } catch (JException e) {
      throw new InvalidFieldException(
          path, "is not a JSONata expression: " + e.getDetailedErrorMessage() + " in " + text);
    } catch (PatternSyntaxException e) {
      throw new InvalidFieldException(
          path,
          "has the regular expression /%s/, expected one that Java knows as well: %s"
              .formatted(e.getPattern(), e.getDescription()));
    }
  }

  private static Jsonata jsonata(String text) {
    return new RepairedJsonata(text, TextFunctions::string);
  }

  private static void checkReferences(References references, String path, StatesFields states) {
    for (String name : references.topLevel()) {
      throw new InvalidFieldException(
          path,
          "refers to %s at the top level, expected $states.input or a variable".formatted(name));
    }
    for (String name : references.states()) {
      if (!states.names().contains(name)) {
        throw new InvalidFieldException(
            path,
            "reads %s of $states, expected %s here"
                .formatted(name, JsonObject.list(states.names())));
      }
    }
  }

  String text() {
    return text;
  }

  String field() {
    return field;
  }

  /** The value; a {@code States.QueryEvaluationError} if it fails or there is none. */
  JsonNode evaluate(EvaluationContext values) throws StateFailure {
    Object value = value(values);
    if (value == null) {
      throw failure(values, "returned nothing (undefined).");
    }
    try {
      return JsonataValues.toJson(value);
    } catch (JsonataValues.UnsupportedTypeException e) {
      throw failure(values, "returned an unsupported result type.");
    }
  }

  private @Nullable Object value(EvaluationContext values) throws StateFailure {
    try {
      return parsed.evaluate(null, frame(values));
    } catch (StackOverflowError e) {
      throw failure(values, THREW + ": Stack overflow error");
    } catch (RuntimeException e) {
      throw failure(values, THREW + reason(e));
    }
  }

  /** A fresh frame: what an expression defines is gone when it has been evaluated. */
  private Jsonata.Frame frame(EvaluationContext values) {
    Jsonata.Frame frame = new Jsonata.Frame(null);
    values.functions().bind(frame, references);
    for (String name : references.variables()) {
      values.variables().get(name).ifPresent(v -> frame.bind(name, JsonataValues.toJsonata(v)));
    }
    if (references.variables().contains("states")) {
      frame.bind("states", states(values));
    }
    EvaluationBounds.set(frame);
    return frame;
  }

  private Map<String, Object> states(EvaluationContext values) {
    Map<String, Object> states = new LinkedHashMap<>();
    if (references.readsStates("input")) {
      states.put("input", JsonataValues.toJsonata(values.input()));
    }
    if (references.readsStates("context")) {
      states.put("context", JsonataValues.toJsonata(values.context().get()));
    }
    put(states, "result", values.result());
    put(states, "errorOutput", values.errorOutput());
    return states;
  }

  private void put(Map<String, Object> states, String name, Optional<JsonNode> value) {
    if (references.readsStates(name)) {
      value.ifPresent(v -> states.put(name, JsonataValues.toJsonata(v)));
    }
  }

  StateFailure failure(EvaluationContext values, String problem) {
    return values.failure(
        StateFailure.QUERY_EVALUATION,
        "The JSONata expression '%s' specified for the field '%s' %s"
            .formatted(text, field, problem),
        field);
  }

  private static String reason(RuntimeException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof EvaluationBounds.ExceededException) {
        return ": " + t.getMessage();
      } else if (t instanceof JException error) {
        return ". " + JsonataErrors.reason(error);
      }
    }
    return ". " + e.getMessage();
  }
}
