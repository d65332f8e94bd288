package org.teavm.runtime;

import coldbench.semantics.runtime.FullHeap;
import org.teavm.interop.Address;
import org.teavm.interop.Unmanaged;

/**
 * Takes the place of ExceptionHandling.fillStackTrace: at most 64 frames, so that the trace of a
 * deep stack does not exhaust the heap. In this package because CallSiteLocation.next is
 * package-private.
 */
public final class BoundedStackTrace {
  private BoundedStackTrace() {}

  @Unmanaged
  public static StackTraceElement[] fillStackTrace() {
    if (!FullHeap.hasError()) {
      return new StackTraceElement[0];
    }
    Address top = ShadowStack.getStackTop();
    int size = 0;
    for (Address frame = top;
        frame != null && size < 64;
        frame = ShadowStack.getNextStackFrame(frame)) {
      int id = ShadowStack.getCallSiteId(frame);
      if (id < 0) {
        continue;
      }
      CallSiteLocation location = ExceptionHandling.findCallSiteById(id, frame).location;
      if (location == null) {
        size++;
      }
      for (; location != null && size < 64; location = location.next) {
        size++;
      }
    }
    ShadowStack.allocStack(1);
    ShadowStack.removeGCRoot(0);
    // An OutOfMemoryError of what follows looks for its handler through this frame, which has none.
    ShadowStack.registerCallSite(-1);
    StackTraceElement[] target = new StackTraceElement[size];
    ShadowStack.registerGCRoot(0, target);
    int index = 0;
    for (Address frame = top;
        frame != null && index < size;
        frame = ShadowStack.getNextStackFrame(frame)) {
      int id = ShadowStack.getCallSiteId(frame);
      if (id < 0) {
        continue;
      }
      CallSiteLocation location = ExceptionHandling.findCallSiteById(id, frame).location;
      if (location == null) {
        target[index++] = new StackTraceElement("", "", null, -1);
      }
      for (; location != null && index < size; location = location.next) {
        MethodLocation m = location.method;
        target[index++] =
            new StackTraceElement(
                m != null && m.className != null ? m.className.value : "",
                m != null && m.methodName != null ? m.methodName.value : "",
                m != null && m.fileName != null ? m.fileName.value : null,
                location.lineNumber);
      }
    }
    ShadowStack.releaseStack(1);
    return target;
  }
}
