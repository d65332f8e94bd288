//! zig's safety checks, all of which end the call that C made (coldbench-tls.h). The names are those that zig's compiler
//! asks for, see lib/std/debug/simple_panic.zig.
extern "c" fn coldbench_tls_fault() noreturn;

pub fn call(_: []const u8, _: ?usize) noreturn {
    @branchHint(.cold);
    coldbench_tls_fault();
}

fn fault() noreturn {
    call("", null);
}

pub fn sentinelMismatch(expected: anytype, _: @TypeOf(expected)) noreturn {
    fault();
}
pub fn inactiveUnionField(active: anytype, _: @TypeOf(active)) noreturn {
    fault();
}
pub fn outOfBounds(_: usize, _: usize) noreturn {
    fault();
}
pub fn startGreaterThanEnd(_: usize, _: usize) noreturn {
    fault();
}
pub fn sliceCastLenRemainder(_: usize) noreturn {
    fault();
}
pub fn unwrapError(_: anyerror) noreturn {
    fault();
}
pub fn unexpectedErrorCode(_: anyerror) noreturn {
    fault();
}

pub const reachedUnreachable = fault;
pub const unwrapNull = fault;
pub const castToNull = fault;
pub const incorrectAlignment = fault;
pub const invalidErrorCode = fault;
pub const integerOutOfBounds = fault;
pub const integerOverflow = fault;
pub const shlOverflow = fault;
pub const shrOverflow = fault;
pub const divideByZero = fault;
pub const exactDivisionRemainder = fault;
pub const integerPartOutOfBounds = fault;
pub const corruptSwitch = fault;
pub const shiftRhsTooBig = fault;
pub const invalidEnumValue = fault;
pub const forLenMismatch = fault;
pub const copyLenMismatch = fault;
pub const memcpyAlias = fault;
pub const noreturnReturned = fault;
pub const loadUninstantiableType = fault;
