//! The certificates of those whom a client trusts. In place of zig's Certificate.Bundle, which also searches the systems
//! that Lambda is not, and knows one certificate a name.
const std = @import("std");
const Certificate = @import("Certificate.zig");
const chain = @import("chain.zig");

const Roots = @This();

list: std.ArrayList(Certificate.Parsed) = .empty,

pub const VerifyError = Certificate.Parsed.VerifyError || error{CertificateIssuerNotFound};

/// Adds the certificates of a PEM text (RFC 7468) but those that are no longer valid or whose kind zig does not know. The
/// arena holds them.
pub fn add(roots: *Roots, arena: std.mem.Allocator, pem: []const u8, now_sec: i64) !void {
    const begin = "-----BEGIN CERTIFICATE-----";
    const end = "-----END CERTIFICATE-----";
    const base64 = std.base64.standard.decoderWithIgnore(" \t\r\n");
    var rest = pem;
    while (std.mem.find(u8, rest, begin)) |found| {
        const text = rest[found + begin.len ..];
        const length = std.mem.find(u8, text, end) orelse return error.CertificateHasNoEndLine;
        rest = text[length + end.len ..];
        const bytes = try arena.alloc(u8, length / 4 * 3 + 3);
        const certificate: Certificate = .{ .buffer = bytes[0..try base64.decode(bytes, text[0..length])], .index = 0 };
        const root = certificate.parse() catch |e| switch (e) {
            error.CertificateHasUnrecognizedObjectId => continue,
            else => return e,
        };
        try chain.checkRoot(root);
        if (now_sec <= root.validity.not_after) try roots.list.append(arena, root);
    }
}

/// Whether one of the roots has signed a certificate.
pub fn verify(roots: *const Roots, subject: Certificate.Parsed, now_sec: i64) VerifyError!void {
    var failed: VerifyError = error.CertificateIssuerNotFound;
    for (roots.list.items) |root| {
        if (!std.mem.eql(u8, root.subject(), subject.issuer())) continue;
        if (subject.verify(root, now_sec)) return else |e| failed = e;
    }
    return failed;
}
