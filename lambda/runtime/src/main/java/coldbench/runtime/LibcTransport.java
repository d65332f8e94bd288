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
    byte[] service = LibcPlatform.cString(Integer.toString(port));
    long[] result = new long[1];
    int error =
        Libc.Netdb.getaddrinfo(
            Address.ofData(name),
            Address.ofData(service),
            Address.fromLong(0),
            Address.ofData(result));
    if (error != 0) {
      throw new IOException(
          "cannot resolve " + host + ": " + LibcPlatform.javaString(Libc.Netdb.gaiStrerror(error)));
    }
    int errno = 0;
    Address list = Address.fromLong(result[0]);
    for (Address at = list; at.toLong() != 0; at = addrInfo(at).next) {
      if (addrInfo(at).type != Libc.SOCK_STREAM) {
        continue;
      }
      int fd = Libc.Socket.socket(addrInfo(at).family, Libc.SOCK_STREAM | Libc.SOCK_CLOEXEC, 0);
      if (fd >= 0 && connect(fd, at)) {
        Libc.Netdb.freeaddrinfo(list);
        sendAtOnce(fd);
        return new LibcTransport(fd);
      }
      errno = LibcPlatform.errno();
      if (fd >= 0) {
        Libc.Unistd.close(fd);
      }
    }
    Libc.Netdb.freeaddrinfo(list);
    throw new IOException(
        "cannot connect to " + host + ":" + port + ": " + LibcPlatform.errorMessage(errno));
  }

  private static Libc.AddrInfo addrInfo(Address at) {
    return at.toStructure();
  }

  private static boolean connect(int fd, Address at) {
    return Libc.Socket.connect(fd, addrInfo(at).address, addrInfo(at).addressLength) == 0;
  }

  private static void sendAtOnce(int fd) {
    int[] on = {1};
    Libc.Socket.setsockopt(fd, Libc.IPPROTO_TCP, Libc.TCP_NODELAY, Address.ofData(on), 4);
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
