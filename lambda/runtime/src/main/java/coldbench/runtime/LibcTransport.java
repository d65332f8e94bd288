package coldbench.runtime;

import java.io.IOException;
import org.teavm.interop.Address;

/** A TCP connection on libc's sockets. */
final class LibcTransport implements Transport {
  private final int fd;

  private LibcTransport(int fd) {
    this.fd = fd;
  }

  /** Resolves the name and takes the first address that answers. */
  static LibcTransport connect(String host, int port) throws IOException {
    byte[] name = LibcPlatform.cString(host);
    byte[] numeric = new byte[Libc.SOCKADDR_IN_SIZE];
    return Libc.Inet.inetPton(Libc.AF_INET, Address.ofData(name), ipv4(numeric)) == 1
        ? connectTo(numeric, host, port)
        : resolve(name, host, port);
  }

  private static Address ipv4(byte[] socketAddress) {
    return Address.ofData(socketAddress).add(4);
  }

  /** Where Lambda's Runtime API is; resolving it would take longer than all else of a start. */
  private static LibcTransport connectTo(byte[] numeric, String host, int port) throws IOException {
    Address.ofData(numeric).putShort((short) Libc.AF_INET);
    numeric[2] = (byte) (port >> 8);
    numeric[3] = (byte) port;
    int fd = open(Libc.AF_INET, Address.ofData(numeric), numeric.length);
    if (fd < 0) {
      throw refused(host, port, LibcPlatform.errno());
    }
    return new LibcTransport(fd);
  }

  private static LibcTransport resolve(byte[] name, String host, int port) throws IOException {
    byte[] service = LibcPlatform.cString(Integer.toString(port));
    long[] result = new long[1];
    int error =
        Libc.Netdb.getaddrinfo(
            Address.ofData(name),
            Address.ofData(service),
            Address.fromLong(0),
            Address.ofData(result));
    if (error != 0) {
      String why = LibcPlatform.javaString(Libc.Netdb.gaiStrerror(error));
      throw failed("cannot resolve ", host, port, why);
    }
    int fd = -1;
    int errno = 0;
    Address list = Address.fromLong(result[0]);
    for (Address at = list; fd < 0 && at.toLong() != 0; at = addrInfo(at).next) {
      if (addrInfo(at).type == Libc.SOCK_STREAM) {
        fd = open(addrInfo(at).family, addrInfo(at).address, addrInfo(at).addressLength);
        errno = LibcPlatform.errno();
      }
    }
    Libc.Netdb.freeaddrinfo(list);
    if (fd < 0) {
      throw refused(host, port, errno);
    }
    return new LibcTransport(fd);
  }

  private static Libc.AddrInfo addrInfo(Address at) {
    return at.toStructure();
  }

  private static IOException refused(String host, int port, int errno) {
    return failed("cannot connect to ", host, port, LibcPlatform.errorMessage(errno));
  }

  private static IOException failed(String what, String host, int port, String why) {
    return new IOException(what + host + ":" + port + ": " + why);
  }

  /** A connected socket, or -1 and errno says why. */
  private static int open(int family, Address address, int length) {
    int fd = Libc.Socket.socket(family, Libc.SOCK_STREAM | Libc.SOCK_CLOEXEC, 0);
    if (fd < 0) {
      return fd;
    }
    if (Libc.Socket.connect(fd, address, length) != 0) {
      Libc.Unistd.close(fd); // keeps errno
      return -1;
    }
    int[] on = {1};
    Libc.Socket.setsockopt(fd, Libc.IPPROTO_TCP, Libc.TCP_NODELAY, Address.ofData(on), 4);
    return fd;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (true) {
      int n = Libc.Socket.recv(fd, Address.ofData(target).add(offset), length, 0);
      if (n > 0) {
        return n;
      }
      if (n == 0) {
        return -1;
      }
      int errno = LibcPlatform.errno();
      if (errno != Libc.EINTR) {
        throw new IOException("read: " + LibcPlatform.errorMessage(errno));
      }
    }
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      Address from = Address.ofData(source).add(offset + done);
      int n = Libc.Socket.send(fd, from, length - done, Libc.MSG_NOSIGNAL);
      if (n >= 0) {
        done += n;
      } else {
        int errno = LibcPlatform.errno();
        if (errno != Libc.EINTR) {
          throw new IOException("write: " + LibcPlatform.errorMessage(errno));
        }
      }
    }
  }

  @Override
  public void close() {
    Libc.Unistd.close(fd);
  }
}
