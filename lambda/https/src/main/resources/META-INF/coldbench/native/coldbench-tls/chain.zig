//! What zig's own checks of a certificate chain leave out, RFC 5280, 6.1: whether the one who signed was allowed to, and
//! what a certificate says that we do not understand. Called for each certificate on the way from the server's to the
//! one that a root has signed; names, dates and signatures are zig's part.
const std = @import("std");
const Certificate = @import("Certificate.zig");
const der = Certificate.der;

pub const Error = Certificate.ParseError || error{
    CertificateIssuerIsNoAuthority,
    CertificateIsNoAuthority,
    CertificateChainTooLong,
    CertificateNotForServers,
    CertificateNotForSigning,
    CertificateExtensionUnknown,
    CertificateExtensionInvalid,
    CertificateKeyTooWeak,
    CertificateSignatureTooWeak,
};

/// What a certificate allows its key to do.
const Extensions = struct {
    authority: bool = false,
    longest_path: ?u8 = null,
    key_usage: ?u8 = null,
    extended: ?der.Element.Slice = null,
};

const digital_signature: u8 = 0x80;
const key_cert_sign: u8 = 0x04;

/// `index` is 0 for the server's own certificate, 1 for the one that signed it, and so on.
pub fn check(subject: Certificate.Parsed, index: usize) Error!void {
    try checkStrength(subject);
    const found = try extensions(subject);
    if (index > 0) {
        if (!found.authority) return error.CertificateIssuerIsNoAuthority;
        if (found.longest_path) |most| if (index - 1 > most) return error.CertificateChainTooLong;
    }
    if (found.key_usage) |usage| {
        const wanted = if (index == 0) digital_signature else key_cert_sign;
        if (usage & wanted == 0) return error.CertificateNotForSigning;
    }
    if (found.extended) |purposes| if (!try allowsServers(subject, purposes)) return error.CertificateNotForServers;
}

/// A root has to be an authority too: what a server's own certificate signs is nothing.
pub fn checkRoot(root: Certificate.Parsed) Error!void {
    const found = try extensions(root);
    if (root.version == .v3 and !found.authority) return error.CertificateIsNoAuthority;
}

fn checkStrength(subject: Certificate.Parsed) Error!void {
    switch (subject.signature_algorithm) {
        .md2WithRSAEncryption, .md5WithRSAEncryption, .sha1WithRSAEncryption => return error.CertificateSignatureTooWeak,
        .sha224WithRSAEncryption, .ecdsa_with_SHA224 => return error.CertificateSignatureTooWeak,
        else => {},
    }
    switch (subject.pub_key_algo) {
        .rsaEncryption, .rsassa_pss => {
            const key = try Certificate.rsa.PublicKey.parseDer(subject.pubKey());
            if (key.modulus.len < 256) return error.CertificateKeyTooWeak;
            // zig reads all of PKCS #1 v1.5's padding but not all of PSS's, which a small exponent would let forge.
            var exponent: u64 = 0;
            for (key.exponent) |byte| exponent = (exponent & 0xFFFFFFFF) << 8 | byte;
            if (exponent < 65537) return error.CertificateKeyTooWeak;
        },
        else => {},
    }
}

fn extensions(subject: Certificate.Parsed) Error!Extensions {
    var found: Extensions = .{};
    const list = try find(subject) orelse return found;
    var seen: u32 = 0;
    var at = list.start;
    while (at < list.end) {
        const extension = try element(subject, at, list.end);
        at = extension.slice.end;
        const id = try element(subject, extension.slice.start, extension.slice.end);
        var value = try element(subject, id.slice.end, extension.slice.end);
        var critical = false;
        if (value.identifier.tag == .boolean) {
            critical = subject.slice(value.slice).len != 1 or subject.slice(value.slice)[0] != 0;
            value = try element(subject, value.slice.end, extension.slice.end);
        }
        if (value.identifier.tag != .octetstring) return error.CertificateExtensionInvalid;
        const oid = subject.slice(id.slice);
        if (oid.len != 3 or oid[0] != 0x55 or oid[1] != 0x1D or oid[2] >= 64) {
            if (critical) return error.CertificateExtensionUnknown;
            continue;
        }
        const bit: u32 = if (oid[2] < 32) @as(u32, 1) << @intCast(oid[2]) else 0;
        if (seen & bit != 0) return error.CertificateExtensionInvalid;
        seen |= bit;
        switch (oid[2]) {
            0x13 => try basicConstraints(subject, value.slice, &found),
            0x0F => found.key_usage = try keyUsage(subject, value.slice),
            0x25 => found.extended = value.slice,
            0x11, 0x20 => {}, // the names are zig's part; no policy is asked for
            0x1E => return error.CertificateExtensionUnknown, // limits to names, critical or not
            else => if (critical) return error.CertificateExtensionUnknown,
        }
    }
    return found;
}

/// Certificate ::= { tbs { [0] version, serial, signature, issuer, validity, subject, key, [1], [2], [3] extensions } }
fn find(subject: Certificate.Parsed) Error!?der.Element.Slice {
    const tbs = try der.Element.parse(subject.certificate.buffer, subject.message_slice.start);
    const end = tbs.slice.end;
    if (subject.version == .v1) return null;
    var at = tbs.slice.start;
    for (0..7) |_| at = (try element(subject, at, end)).slice.end;
    while (at < end) {
        const part = try element(subject, at, end);
        at = part.slice.end;
        if (part.identifier.class == .context_specific and @backingInt(part.identifier.tag) == 3) {
            return (try element(subject, part.slice.start, part.slice.end)).slice;
        }
    }
    return null;
}

fn basicConstraints(subject: Certificate.Parsed, value: der.Element.Slice, found: *Extensions) Error!void {
    const list = (try element(subject, value.start, value.end)).slice;
    var at = list.start;
    while (at < list.end) {
        const part = try element(subject, at, list.end);
        at = part.slice.end;
        const bytes = subject.slice(part.slice);
        if (bytes.len != 1) return error.CertificateExtensionInvalid;
        switch (part.identifier.tag) {
            .boolean => found.authority = bytes[0] != 0,
            .integer => found.longest_path = bytes[0],
            else => return error.CertificateExtensionInvalid,
        }
    }
}

fn keyUsage(subject: Certificate.Parsed, value: der.Element.Slice) Error!u8 {
    const bits = try element(subject, value.start, value.end);
    const bytes = subject.slice(bits.slice);
    if (bits.identifier.tag != .bitstring or bytes.len < 2) return error.CertificateExtensionInvalid;
    return bytes[1];
}

fn allowsServers(subject: Certificate.Parsed, value: der.Element.Slice) Error!bool {
    const list = (try element(subject, value.start, value.end)).slice;
    var at = list.start;
    while (at < list.end) {
        const purpose = try element(subject, at, list.end);
        at = purpose.slice.end;
        const oid = subject.slice(purpose.slice);
        const server_auth = "\x2B\x06\x01\x05\x05\x07\x03\x01";
        if (std.mem.eql(u8, oid, server_auth) or std.mem.eql(u8, oid, "\x55\x1D\x25\x00")) return true;
    }
    return false;
}

/// The element at `at`, which must end at `end` or before.
fn element(subject: Certificate.Parsed, at: u32, end: u32) Error!der.Element {
    if (at >= end) return error.CertificateExtensionInvalid;
    const found = try der.Element.parse(subject.certificate.buffer, at);
    if (found.slice.end > end) return error.CertificateExtensionInvalid;
    return found;
}
