package com.dashjoin.jsonata;

import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.dashjoin.jsonata.utils.RepairedSignature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function whose arguments are held against its signature whoever calls it. The library does not
 * look where functions such as {@code $map} call it, and cannot apply to some of its arguments a
 * function that is not its own.
 */
public final class CheckedFunction extends JFunction {
  private final RepairedSignature types;

  private CheckedFunction(String name, JFunctionCallable body, JFunction signed) {
    super(body, null);
    types = RepairedSignature.of(Objects.requireNonNull(signed.signature), name);
    signature = types;
    functionName = name;
  }

  /** A function of ours. */
  public static CheckedFunction of(String name, String signature, JFunctionCallable body) {
    return new CheckedFunction(name, body, new JFunction(body, signature));
  }

  /** The library's function of this name. */
  public static CheckedFunction ofLibrary(String name) {
    return of(name, (JFunction) Objects.requireNonNull(Jsonata.staticFrame.lookup(name), name));
  }

  /** A function that the library made. */
  static CheckedFunction of(String name, JFunction function) {
    return new CheckedFunction(name, function, function);
  }

  /** Arguments that have been looked at. */
  private static final class Checked extends ArrayList<@Nullable Object> {
    Checked(Collection<?> arguments) {
      super(arguments);
    }
  }

  @Override
  public Object validate(Object arguments, @Nullable Object context) {
    return new Checked((List<?>) types.validate(arguments, context));
  }

  @Override
  @SuppressWarnings("rawtypes") // As the library has it.
  public @Nullable Object call(@Nullable Object input, List arguments) {
    boolean checked = arguments instanceof Checked;
    return super.call(input, checked ? arguments : (List) validate(arguments, Jsonata.NULL_VALUE));
  }

  @Override
  public int getNumberOfArgs() {
    return types.getNumberOfArgs();
  }
}
