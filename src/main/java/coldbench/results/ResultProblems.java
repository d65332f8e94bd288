package coldbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What did not fit while a run was read, said once where the same is true of many files. */
final class ResultProblems {
  private final List<String> leftOut = new ArrayList<>();
  private final Map<String, List<String>> unknown = new LinkedHashMap<>();

  void leftOut(String file, Exception why) {
    leftOut(file, Objects.requireNonNullElse(why.getMessage(), why.toString()));
  }

  /** A file that is not used because of what is wrong with it. */
  void leftOut(String file, String why) {
    leftOut.add(file + ": " + why + "; left out");
  }

  /** Something that does not agree, though nothing is left out for it. */
  void disagrees(String file, String what) {
    leftOut.add(file + ": " + what);
  }

  /** A field that this version does not know; the rest of the object is used. */
  void unknown(String file, List<String> fields) {
    for (String field : fields) {
      String anywhere = field.replaceAll("\\[[0-9]+]", "[]");
      unknown.computeIfAbsent(anywhere, key -> new ArrayList<>()).add(file);
    }
  }

  List<String> all() {
    List<String> all = new ArrayList<>(leftOut);
    unknown.forEach(
        (field, files) -> {
          long distinct = files.stream().distinct().count();
          String more = distinct > 1 ? " and " + (distinct - 1) + " more" : "";
          all.add(
              files.get(0)
                  + more
                  + ": unknown field "
                  + field
                  + "; the rest of the object is used");
        });
    return all;
  }
}
