package coldbench.cli;

import coldbench.emulator.CpuMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code lambda} or {@code full}. */
final class CpuModeConverter implements ITypeConverter<CpuMode> {
  @Override
  public CpuMode convert(String value) {
    return switch (value) {
      case "lambda" -> CpuMode.LAMBDA;
      case "full" -> CpuMode.FULL;
      default -> throw new TypeConversionException("\"" + value + "\", allowed is lambda or full");
    };
  }
}
