package coldbench.semantics.library.util.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The JDK makes the list by a way around its modules. */
public final class ReferencePipeline {
  private ReferencePipeline() {}

  public List<Object> toList() {
    Object[] all = ((Stream<?>) (Object) this).toArray();
    return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(all)));
  }
}
