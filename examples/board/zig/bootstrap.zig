//! The contract in Zig, by its standard library alone: std.json and std.Io.net. HTTP is its own.
//!
//! zig build-exe bootstrap.zig -O ReleaseFast -fstrip -fsingle-threaded, for the least processor of its kind.

const std = @import("std");
const Allocator = std.mem.Allocator;
const Io = std.Io;
const Value = std.json.Value;

const default_n = 40;
const max_n = 78; // the largest whose Fibonacci number a JSON number carries exactly
const items = 100_000;
const invocation = "/2018-06-01/runtime/invocation/";

pub fn main(init: std.process.Init.Minimal) !void {
    var threaded: Io.Threaded = .init_single_threaded;
    const io = threaded.io();
    const host = init.environ.getPosix("AWS_LAMBDA_RUNTIME_API") orelse return error.NoRuntimeApi;
    const address = try Io.net.IpAddress.parseLiteral(host);
    const stream = try address.connect(io, .{ .mode = .stream });
    var received: [1 << 14]u8 = undefined;
    var sent: [1 << 12]u8 = undefined;
    var reader = stream.reader(io, &received);
    var writer = stream.writer(io, &sent);
    const api: RuntimeApi = .{ .host = host, .in = &reader.interface, .out = &writer.interface };

    // The memory of one call, kept for the next.
    var arena: std.heap.ArenaAllocator = .init(std.heap.page_allocator);
    while (true) {
        _ = arena.reset(.retain_capacity);
        const memory = arena.allocator();
        const event = try api.next(memory);
        try api.respond(memory, event.id, try answer(memory, io, event.content));
    }
}

/// Over one connection: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
const RuntimeApi = struct {
    host: []const u8,
    in: *Io.Reader,
    out: *Io.Writer,

    const Event = struct { id: []const u8, content: []const u8 };

    fn next(api: RuntimeApi, memory: Allocator) !Event {
        try api.out.print("GET " ++ invocation ++ "next HTTP/1.1\r\nHost: {s}\r\n\r\n", .{api.host});
        try api.out.flush();
        const event = try api.response(memory);
        return if (event.id.len == 0) error.NoRequestId else event;
    }

    fn respond(api: RuntimeApi, memory: Allocator, id: []const u8, text: []const u8) !void {
        try api.out.print(
            "POST " ++ invocation ++ "{s}/response HTTP/1.1\r\nHost: {s}\r\nContent-Length: {d}\r\n\r\n{s}",
            .{ id, api.host, text.len, text },
        );
        try api.out.flush();
        _ = try api.response(memory);
    }

    fn response(api: RuntimeApi, memory: Allocator) !Event {
        if (!std.mem.startsWith(u8, try api.line(), "HTTP/1.1 2")) return error.RuntimeApiRefuses;
        var id: []const u8 = "";
        var length: ?usize = null;
        while (true) {
            const field = try api.line();
            const colon = std.mem.findScalar(u8, field, ':') orelse break;
            const value = std.mem.trim(u8, field[colon + 1 ..], " \t");
            if (std.ascii.eqlIgnoreCase(field[0..colon], "Content-Length")) {
                length = try std.fmt.parseInt(usize, value, 10);
            } else if (std.ascii.eqlIgnoreCase(field[0..colon], "Lambda-Runtime-Aws-Request-Id")) {
                id = try memory.dupe(u8, value);
            }
        }
        const content = if (length) |whole| try api.in.readAllocAll(memory, whole) else try api.chunks(memory);
        return .{ .id = id, .content = content };
    }

    fn chunks(api: RuntimeApi, memory: Allocator) ![]const u8 {
        var content: Io.Writer.Allocating = .init(memory);
        while (true) {
            const length = try std.fmt.parseInt(usize, try api.line(), 16);
            try api.in.streamExact(&content.writer, length);
            _ = try api.line();
            if (length == 0) return content.written();
        }
    }

    /// Without its end; good until the next one is read.
    fn line(api: RuntimeApi) ![]const u8 {
        return std.mem.trimEnd(u8, try api.in.takeDelimiterInclusive('\n'), "\r\n");
    }
};

fn answer(memory: Allocator, io: Io, event: []const u8) ![]const u8 {
    const parsed = try std.json.parseFromSliceLeaky(Value, memory, event, .{ .duplicate_field_behavior = .use_last });
    const given = member(member(parsed, "queryStringParameters"), "n");
    const n: ?u64 = switch (given) {
        .null => default_n,
        .string => |text| number(text),
        else => null,
    };
    return std.json.Stringify.valueAlloc(memory, .{
        .statusCode = @as(u16, if (n == null) 400 else 200),
        .headers = .{ .@"content-type" = "application/json" },
        .body = if (n) |valid| try measure(memory, io, valid) else try refusal(memory, given),
    }, .{});
}

fn member(value: Value, name: []const u8) Value {
    return switch (value) {
        .object => |object| object.get(name) orelse .null,
        else => .null,
    };
}

fn number(given: []const u8) ?u64 {
    if (given.len == 0 or given.len > 10) return null;
    for (given) |c| if (!std.ascii.isDigit(c)) return null;
    const n = std.fmt.parseInt(u64, given, 10) catch return null;
    return if (n <= max_n) n else null;
}

fn measure(memory: Allocator, io: Io, n: u64) ![]const u8 {
    const start = Io.Timestamp.now(io, .awake);
    var a: u64 = 0;
    var b: u64 = 1;
    for (0..n) |_| {
        const sum = a + b;
        a = b;
        b = sum;
    }
    std.mem.doNotOptimizeAway(a);
    const computed = Io.Timestamp.now(io, .awake);
    const squares = try memory.alloc(u64, items);
    for (squares, 0..) |*square, i| square.* = i * i;
    std.mem.doNotOptimizeAway(squares.ptr);
    const allocated = Io.Timestamp.now(io, .awake);
    // Outside the timed part, but in the answer.
    var checksum: u64 = 0;
    for (squares) |square| checksum += square;
    var text: Io.Writer.Allocating = .init(memory);
    const to = &text.writer;
    try to.print("{{\"runtime\": \"zig\", \"fib_result\": {d}, \"fib_n\": {d}, \"compute_ms\": ", .{ a, n });
    try milliseconds(to, start.durationTo(computed));
    try to.print(", \"alloc_items\": {d}, \"alloc_ms\": ", .{squares.len});
    try milliseconds(to, computed.durationTo(allocated));
    try to.writeAll(", \"total_ms\": ");
    try milliseconds(to, start.durationTo(allocated));
    try to.print(", \"checksum\": {d}}}", .{checksum});
    return text.written();
}

fn milliseconds(to: *Io.Writer, duration: Io.Duration) !void {
    const nanoseconds: u64 = @intCast(duration.nanoseconds);
    try to.print("{d}.{d:0>6}", .{ nanoseconds / 1_000_000, nanoseconds % 1_000_000 });
}

fn refusal(memory: Allocator, given: Value) ![]const u8 {
    const is = switch (given) {
        .string => |text| try std.fmt.allocPrint(memory, "\"{s}\"", .{text}),
        else => "not a string",
    };
    const message = try std.fmt.allocPrint(memory, "n is {s}, expected a whole number from 0 to {d}", .{ is, max_n });
    const quoted = try std.json.Stringify.valueAlloc(memory, message, .{});
    return std.fmt.allocPrint(memory, "{{\"error\": {s}}}", .{quoted});
}
