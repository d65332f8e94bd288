package coldbench.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Function;
import org.teavm.interop.Import;
import org.teavm.interop.Structure;
import org.teavm.interop.c.Include;
import org.teavm.interop.c.Name;
import org.teavm.interop.c.Native;
import org.teavm.interop.c.Variable;

/**
 * libc by name, with Linux's values. TeaVM's {@code @Include} takes one header per class, so there
 * is one nested class per header.
 */
final class Libc {
  static final int STDOUT = 1;
  static final int EINTR = 4;
  static final int AF_INET = 2;
  static final int SOCKADDR_IN_SIZE = 16;
  static final int SOCK_STREAM = 1;
  static final int SOCK_CLOEXEC = 0x80000;
  static final int MSG_NOSIGNAL = 0x4000;
  static final int IPPROTO_TCP = 6;
  static final int TCP_NODELAY = 1;
  static final int CLOCK_REALTIME = 0;
  static final int CLOCK_MONOTONIC = 1;
  static final int O_RDONLY = 0;
  static final int O_CLOEXEC = 0x80000;
  static final int SIGTERM = 15;
  static final int LINE_BUFFERED = 1;

  private Libc() {}

  @Include("sys/socket.h")
  static final class Socket {
    private Socket() {}

    @Import(name = "socket")
    static native int socket(int domain, int type, int protocol);

    @Import(name = "connect")
    static native int connect(int fd, Address address, int length);

    @Import(name = "send")
    static native int send(int fd, Address bytes, int length, int flags);

    @Import(name = "recv")
    static native int recv(int fd, Address bytes, int length, int flags);

    @Import(name = "setsockopt")
    static native int setsockopt(int fd, int level, int option, Address value, int length);
  }

  @Include("arpa/inet.h")
  static final class Inet {
    private Inet() {}

    @Import(name = "inet_pton")
    static native int inetPton(int family, Address text, Address bytes);
  }

  @Include("netdb.h")
  static final class Netdb {
    private Netdb() {}

    @Import(name = "getaddrinfo")
    static native int getaddrinfo(Address host, Address port, Address hints, Address result);

    @Import(name = "freeaddrinfo")
    static native void freeaddrinfo(Address list);

    @Import(name = "gai_strerror")
    static native Address gaiStrerror(int error);
  }

  /** {@code struct addrinfo}, read by the C compiler's own layout. */
  @Include("netdb.h")
  @Native(structKeyword = true)
  @Name("addrinfo")
  @SuppressWarnings("NullAway.Init") // libc fills it in
  static final class AddrInfo extends Structure {
    @Name("ai_family")
    int family;

    @Name("ai_socktype")
    int type;

    @Name("ai_addrlen")
    int addressLength;

    @Name("ai_addr")
    Address address;

    @Name("ai_next")
    Address next;
  }

  @Include("time.h")
  static final class Time {
    private Time() {}

    @Import(name = "clock_gettime")
    static native int clockGettime(int clock, Address timespec);
  }

  @Include("unistd.h")
  static final class Unistd {
    private Unistd() {}

    @Import(name = "read")
    static native int read(int fd, Address bytes, int length);

    @Import(name = "write")
    static native int write(int fd, Address bytes, int length);

    @Import(name = "close")
    static native int close(int fd);

    @Import(name = "_exit")
    static native void exit(int code);
  }

  @Include("fcntl.h")
  static final class Fcntl {
    private Fcntl() {}

    @Import(name = "open")
    static native int open(Address path, int flags);
  }

  @Include("stdio.h")
  static final class Stdio {
    private Stdio() {}

    @Import(name = "stdout")
    @Variable
    static native Address stdout();

    @Import(name = "setvbuf")
    static native int setvbuf(Address stream, Address buffer, int mode, int size);

    @Import(name = "fflush")
    static native int fflush(Address stream);
  }

  @Include("stdlib.h")
  static final class Stdlib {
    private Stdlib() {}

    @Import(name = "getenv")
    static native Address getenv(Address name);

    @Import(name = "setenv")
    static native int setenv(Address name, Address value, int overwrite);
  }

  @Include("string.h")
  static final class Strings {
    private Strings() {}

    @Import(name = "strlen")
    static native int strlen(Address text);

    @Import(name = "strerror")
    static native Address strerror(int error);
  }

  @Include("errno.h")
  static final class Errno {
    private Errno() {}

    /** What the macro {@code errno} stands for in musl and in glibc. */
    @Import(name = "__errno_location")
    static native Address location();
  }

  @Include("signal.h")
  static final class Signal {
    private Signal() {}

    @Import(name = "signal")
    static native Address signal(int number, SignalHandler handler);
  }

  abstract static class SignalHandler extends Function {
    abstract void handle(int signal);
  }
}
