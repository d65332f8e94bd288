//! One TLS connection after another for a C program: zig's client (with zig-std.diff) over a socket of libc. No thread, no
//! event loop; every call waits until it is done, its time is over or it has failed. A failed connection can only be closed.
const std = @import("std");
const Client = @import("Client.zig");
const Roots = @import("roots.zig");
const gpa = std.heap.c_allocator;

/// What a safety check finds: ends the call (coldbench-tls.h).
pub const panic = @import("panic.zig");

const amazon_roots = @embedFile("amazon-roots.pem");

const addrinfo = std.c.addrinfo;
const pollfd = extern struct { fd: c_int, events: c_short, revents: c_short };
const timespec = extern struct { seconds: c_long, nanoseconds: c_long };
extern "c" fn getaddrinfo(host: [*:0]const u8, port: ?[*:0]const u8, hints: ?*const addrinfo, list: *?*addrinfo) c_int;
extern "c" fn freeaddrinfo(list: *addrinfo) void;
extern "c" fn gai_strerror(code: c_int) [*:0]const u8;
extern "c" fn socket(domain: c_int, kind: c_int, protocol: c_int) c_int;
extern "c" fn connect(fd: c_int, address: *const anyopaque, length: u32) c_int;
extern "c" fn setsockopt(fd: c_int, level: c_int, option: c_int, value: *const anyopaque, length: u32) c_int;
extern "c" fn getsockopt(fd: c_int, level: c_int, option: c_int, value: *anyopaque, length: *u32) c_int;
extern "c" fn recv(fd: c_int, bytes: [*]u8, count: usize, flags: c_int) isize;
extern "c" fn send(fd: c_int, bytes: [*]const u8, count: usize, flags: c_int) isize;
extern "c" fn poll(fds: *pollfd, count: c_ulong, milliseconds: c_int) c_int;
extern "c" fn close(fd: c_int) c_int;
extern "c" fn getrandom(bytes: [*]u8, count: usize, flags: c_uint) isize;
extern "c" fn clock_gettime(clock: c_int, time: *timespec) c_int;
extern "c" fn fopen(path: [*:0]const u8, mode: [*:0]const u8) ?*anyopaque;
extern "c" fn fread(bytes: [*]u8, size: usize, count: usize, file: *anyopaque) usize;
extern "c" fn ferror(file: *anyopaque) c_int;
extern "c" fn fclose(file: *anyopaque) c_int;
extern "c" fn strerror(code: c_int) [*:0]const u8;
extern "c" fn __errno_location() *c_int;

// Linux's values, alike on x86_64 and arm64.
const SOCK_STREAM_NONBLOCK_CLOEXEC = 1 | 0o4000 | 0o2000000;
const SOL_SOCKET = 1;
const SO_ERROR = 4;
const IPPROTO_TCP = 6;
const TCP_NODELAY = 1;
const MSG_NOSIGNAL = 0x4000;
const POLLIN = 1;
const POLLOUT = 4;
const CLOCK_REALTIME = 0;
const CLOCK_MONOTONIC = 1;
const EINTR = 4;
const EAGAIN = 11;
const EINPROGRESS = 115;

/// Why the last call failed: of the network, out of time, or of TLS itself. Numbers as in ZigConnection.java.
const Failure = enum(i32) { network = -1, time = -2, tls = -3 };
var failure: Failure = .tls;
var message: [256:0]u8 = undefined;
/// What a safety check leaves behind: the connection that was being opened.
var opening: ?*Connection = null;

export fn coldbench_tls_failure() i32 {
    return @backingInt(failure);
}

export fn coldbench_tls_message() [*:0]const u8 {
    return &message;
}

fn fail(kind: Failure, parts: []const []const u8) void {
    failure = kind;
    var end: usize = 0;
    for (parts) |part| {
        const n = @min(part.len, message.len - end);
        @memcpy(message[end..][0..n], part[0..n]);
        end += n;
    }
    message[end] = 0;
}

fn outOfMemory(comptime Wanted: type) ?*Wanted {
    fail(.tls, &.{"out of memory"});
    return null;
}

fn failErrno(what: []const u8) void {
    fail(.network, &.{ what, ": ", std.mem.span(strerror(__errno_location().*)) });
}

fn now(clock: c_int) timespec {
    var time: timespec = undefined;
    _ = clock_gettime(clock, &time);
    return time;
}

fn nowMillis() i64 {
    const time = now(CLOCK_MONOTONIC);
    return time.seconds * 1000 + @divTrunc(time.nanoseconds, 1_000_000);
}

// ---- roots

/// The roots of a PEM text, or Amazon's where there is none. Null: see the message. Never freed: roots are for good.
export fn coldbench_tls_trust_in(pem: ?[*]const u8, length: i32) ?*const Roots {
    return trust(if (pem) |text| text[0..@intCast(length)] else amazon_roots);
}

/// The roots of a PEM file of at most 4 MB.
export fn coldbench_tls_trust_file_in(path: [*:0]const u8) ?*const Roots {
    const file = fopen(path, "rb") orelse {
        failErrno(std.mem.span(path));
        return null;
    };
    defer _ = fclose(file);
    const text = gpa.alloc(u8, 4 << 20) catch return outOfMemory(Roots);
    defer gpa.free(text);
    const n = fread(text.ptr, 1, text.len, file);
    if (n == text.len or ferror(file) != 0) {
        fail(.tls, &.{ std.mem.span(path), " cannot be read, or has 4 MB or more" });
        return null;
    }
    return trust(text[0..n]);
}

fn trust(pem: []const u8) ?*const Roots {
    var arena: std.heap.ArenaAllocator = .init(gpa);
    return rootsOf(arena.allocator(), pem) catch |e| {
        arena.deinit();
        if (e == error.OutOfMemory) return outOfMemory(Roots);
        fail(.tls, &.{if (e == error.NoneIsValid) "no certificate that is still valid" else @errorName(e)});
        return null;
    };
}

fn rootsOf(arena: std.mem.Allocator, pem: []const u8) !*const Roots {
    const roots = try arena.create(Roots);
    roots.* = .{};
    try roots.add(arena, pem, now(CLOCK_REALTIME).seconds);
    return if (roots.list.items.len > 0) roots else error.NoneIsValid;
}

// ---- connections

const Connection = struct {
    fd: c_int,
    deadline: i64,
    timed_out: bool,
    errno: c_int,
    in: std.Io.Reader,
    out: std.Io.Writer,
    in_buffer: [Client.min_buffer_len]u8,
    out_buffer: [Client.min_buffer_len]u8,
    read_buffer: [Client.min_buffer_len]u8,
    write_buffer: [Client.min_buffer_len]u8,
    client: Client,

    fn within(c: *Connection, milliseconds: i32) void {
        c.deadline = nowMillis() + milliseconds;
        c.timed_out = false;
        c.errno = 0;
    }

    /// Waits until the socket is ready; false when time is over.
    fn await(c: *Connection, events: c_short) bool {
        while (true) {
            const left = c.deadline - nowMillis();
            var fds: pollfd = .{ .fd = c.fd, .events = events, .revents = 0 };
            const n = poll(&fds, 1, @intCast(std.math.clamp(left, 0, std.math.maxInt(c_int))));
            if (n > 0) return true;
            if (n < 0 and __errno_location().* != EINTR) return true; // the call that follows says why
            if (n == 0 and left <= 0) {
                c.timed_out = true;
                return false;
            }
        }
    }

    fn stream(reader: *std.Io.Reader, w: *std.Io.Writer, limit: std.Io.Limit) std.Io.Reader.StreamError!usize {
        const c: *Connection = @alignCast(@fieldParentPtr("in", reader));
        const target = limit.slice(try w.writableSliceGreedy(1));
        while (true) {
            const n = recv(c.fd, target.ptr, target.len, 0);
            if (n == 0) return error.EndOfStream;
            if (n > 0) {
                w.advance(@intCast(n));
                return @intCast(n);
            }
            if (!c.mayTryAgain(POLLIN)) return error.ReadFailed;
        }
    }

    fn drain(w: *std.Io.Writer, data: []const []const u8, splat: usize) std.Io.Writer.Error!usize {
        const c: *Connection = @alignCast(@fieldParentPtr("out", w));
        try c.sendAll(w.buffered());
        w.end = 0;
        var count: usize = 0;
        for (data[0 .. data.len - 1]) |part| {
            try c.sendAll(part);
            count += part.len;
        }
        const last = data[data.len - 1];
        for (0..splat) |_| {
            try c.sendAll(last);
            count += last.len;
        }
        return count;
    }

    fn sendAll(c: *Connection, bytes: []const u8) std.Io.Writer.Error!void {
        var rest = bytes;
        while (rest.len > 0) {
            const n = send(c.fd, rest.ptr, rest.len, MSG_NOSIGNAL);
            if (n >= 0) {
                rest = rest[@intCast(n)..];
            } else if (!c.mayTryAgain(POLLOUT)) return error.WriteFailed;
        }
    }

    fn mayTryAgain(c: *Connection, events: c_short) bool {
        const errno = __errno_location().*;
        if (errno == EINTR) return true;
        if (errno == EAGAIN) return c.await(events);
        c.errno = errno;
        return false;
    }

    /// Sends off what the client has encrypted.
    fn flush(c: *Connection) std.Io.Writer.Error!void {
        try c.client.writer.flush();
        try c.out.flush();
    }

    fn destroy(c: *Connection) void {
        _ = close(c.fd);
        std.crypto.secureZero(u8, std.mem.asBytes(c)); // keys and content
        gpa.destroy(c);
    }

    fn explain(c: *Connection, what: []const u8, e: anyerror, alert: ?Alert) void {
        if (c.timed_out) return fail(.time, &.{what});
        if (c.errno != 0) return fail(.network, &.{ what, ": ", std.mem.span(strerror(c.errno)) });
        if (alert) |a| return fail(.tls, &.{ "the server sent the alert ", alertName(a) });
        fail(.tls, &.{@errorName(e)});
    }
};

const Alert = std.meta.Child(@FieldType(Client, "alert"));

fn alertName(alert: Alert) []const u8 {
    return std.enums.tagName(@TypeOf(alert.description), alert.description) orelse "of an unknown kind";
}

/// Resolves, connects and shakes hands within a time. Null: see failure and message.
export fn coldbench_tls_open_in(host: [*:0]const u8, port: i32, roots: *const Roots, milliseconds: i32) ?*Connection {
    const c = gpa.create(Connection) catch return outOfMemory(Connection);
    c.fd = -1;
    opening = c;
    c.within(milliseconds);
    if (!connectTo(c, host, @intCast(port)) or !handshake(c, std.mem.span(host), roots)) {
        coldbench_tls_abandon();
        return null;
    }
    opening = null;
    return c;
}

/// After a safety check.
export fn coldbench_tls_abandon() void {
    if (opening) |c| c.destroy() else return;
    opening = null;
}

/// Tries each address for its share of the time that is left.
fn connectTo(c: *Connection, host: [*:0]const u8, port: u16) bool {
    var hints: addrinfo = std.mem.zeroes(addrinfo);
    hints.socktype = 1; // SOCK_STREAM
    var list: ?*addrinfo = null;
    const code = getaddrinfo(host, null, &hints, &list);
    if (code != 0) {
        fail(.network, &.{ "cannot be resolved: ", std.mem.span(gai_strerror(code)) });
        return false;
    }
    defer freeaddrinfo(list.?);
    var count: i64 = 0;
    var counted = list;
    while (counted) |at| : (counted = at.next) count += 1;
    const end = c.deadline;
    var next = list;
    while (next) |at| : (next = at.next) {
        const left = end - nowMillis();
        c.deadline = nowMillis() + @divTrunc(left, count);
        count -= 1;
        // sin_port and sin6_port stand at the same place
        std.mem.writeInt(u16, @as([*]u8, @ptrCast(at.addr.?))[2..4], port, .big);
        if (tryAddress(c, at)) {
            c.deadline = end;
            return true;
        }
    }
    return false;
}

fn tryAddress(c: *Connection, at: *const addrinfo) bool {
    c.timed_out = false;
    c.fd = socket(at.family, SOCK_STREAM_NONBLOCK_CLOEXEC, 0);
    if (c.fd < 0) {
        failErrno("no socket");
        return false;
    }
    if (connect(c.fd, at.addr.?, at.addrlen) == 0 or connected(c)) {
        const on: c_int = 1;
        _ = setsockopt(c.fd, IPPROTO_TCP, TCP_NODELAY, &on, @sizeOf(c_int));
        return true;
    }
    _ = close(c.fd);
    c.fd = -1;
    return false;
}

fn connected(c: *Connection) bool {
    const errno = __errno_location().*;
    if (errno != EINPROGRESS and errno != EINTR) {
        failErrno("cannot connect");
        return false;
    }
    if (!c.await(POLLOUT)) {
        fail(.time, &.{"connecting"});
        return false;
    }
    var code: c_int = 0;
    var length: u32 = @sizeOf(c_int);
    _ = getsockopt(c.fd, SOL_SOCKET, SO_ERROR, &code, &length);
    if (code == 0) return true;
    fail(.network, &.{ "cannot connect: ", std.mem.span(strerror(code)) });
    return false;
}

fn handshake(c: *Connection, host: []const u8, roots: *const Roots) bool {
    c.in = .{ .vtable = &.{ .stream = Connection.stream }, .buffer = &c.in_buffer, .seek = 0, .end = 0 };
    c.out = .{ .vtable = &.{ .drain = Connection.drain }, .buffer = &c.out_buffer };
    var entropy: [Client.Options.entropy_len]u8 = undefined;
    defer std.crypto.secureZero(u8, &entropy);
    if (getrandom(&entropy, entropy.len, 0) != entropy.len) {
        failErrno("getrandom");
        return false;
    }
    var alert: Alert = undefined;
    c.client = Client.init(&c.in, &c.out, .{
        .host = .{ .explicit = host },
        .roots = roots,
        .write_buffer = &c.write_buffer,
        .read_buffer = &c.read_buffer,
        .entropy = &entropy,
        .realtime_now = .{ .nanoseconds = @as(i96, now(CLOCK_REALTIME).seconds) * std.time.ns_per_s },
        .alert = &alert,
    }) catch |e| {
        c.explain("handshake", e, if (e == error.TlsAlert) alert else null);
        return false;
    };
    return true;
}

/// At least one byte, waiting for it. 0: the server has said that nothing follows. Below 0: a Failure.
export fn coldbench_tls_read_in(c: *Connection, target: [*]u8, length: i32, milliseconds: i32) i32 {
    c.within(milliseconds);
    const found = c.client.reader.peekGreedy(1) catch |e| {
        if (e == error.EndOfStream) return 0;
        const read_error: anyerror = if (c.client.read_err) |r| r else e;
        c.explain("reading", read_error, c.client.alert);
        return @backingInt(failure);
    };
    const n = @min(found.len, @as(usize, @intCast(length)));
    @memcpy(target[0..n], found[0..n]);
    c.client.reader.toss(n);
    return @intCast(n);
}

/// 0 once all bytes are handed over; below 0: a Failure.
export fn coldbench_tls_write_in(c: *Connection, source: [*]const u8, length: i32, milliseconds: i32) i32 {
    c.within(milliseconds);
    writeAll(c, source[0..@intCast(length)]) catch |e| {
        c.explain("writing", e, null);
        return @backingInt(failure);
    };
    return 0;
}

fn writeAll(c: *Connection, bytes: []const u8) std.Io.Writer.Error!void {
    try c.client.writer.writeAll(bytes);
    try c.flush();
}

/// Whether a connection on which nothing is awaited still stands: 1, or 0 if it was closed, is broken, or if the server has
/// sent anything but session tickets.
export fn coldbench_tls_idle_in(c: *Connection) i32 {
    while (true) {
        if (c.client.reader.bufferedLen() > 0 or c.client.eof()) return 0;
        if (c.in.bufferedLen() == 0) {
            var fds: pollfd = .{ .fd = c.fd, .events = POLLIN, .revents = 0 };
            if (poll(&fds, 1, 0) == 0) return 1;
        }
        c.within(100); // a record that has begun to arrive arrives, or the connection is of no use
        _ = c.client.reader.vtable.stream(&c.client.reader, &c.client.writer, .unlimited) catch return 0;
    }
}

/// Says that nothing follows, if that can be said at once, and forgets everything.
export fn coldbench_tls_close_in(c: *Connection) void {
    c.within(0);
    if (c.client.end()) c.out.flush() catch {} else |_| {}
    c.destroy();
}
