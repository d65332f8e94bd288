package coldbench.lambda;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The processor architectures of AWS Lambda, by the names that it uses in its API. */
public enum Architecture {
  ARM64("arm64", 183),
  X86_64("x86_64", 62);

  /** Bytes of a file's head that {@link #elfMachine} looks at. */
  public static final int ELF_HEAD_BYTES = 20;

  private final String lambdaName;
  private final int elfMachine;

  Architecture(String lambdaName, int elfMachine) {
    this.lambdaName = lambdaName;
    this.elfMachine = elfMachine;
  }

  public static Optional<Architecture> named(String name) {
    return Stream.of(values()).filter(value -> value.lambdaName.equals(name)).findFirst();
  }

  /** The architecture of an executable, empty where it is of none of Lambda's. */
  public static Optional<Architecture> ofElf(int machine) {
    return Stream.of(values()).filter(value -> value.elfMachine == machine).findFirst();
  }

  /**
   * {@code e_machine} of an executable; empty where the file is no ELF.
   *
   * @param head of the file
   * @see <a href="https://man7.org/linux/man-pages/man5/elf.5.html">elf</a>
   */
  public static OptionalInt elfMachine(byte[] head) {
    boolean elf =
        head.length >= ELF_HEAD_BYTES
            && head[0] == 0x7f
            && head[1] == 'E'
            && head[2] == 'L'
            && head[3] == 'F';
    return elf ? OptionalInt.of((head[18] & 0xff) + ((head[19] & 0xff) << 8)) : OptionalInt.empty();
  }

  public String lambdaName() {
    return lambdaName;
  }
}
