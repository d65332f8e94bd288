package coldbench.deploy.functions;

import coldbench.json.InvalidJsonException;
import coldbench.json.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What an entry is called with, as it stands in the entry or in a file. */
final class EntryEvent {
  static final String FIELD = "event";
  static final String FILE = "eventFile";

  private EntryEvent() {}

  static boolean isIn(EntryFields fields) {
    return fields.has(FIELD) || fields.has(FILE);
  }

  /** The event as JSON, if there is one. */
  static Optional<String> read(EntryFields fields) {
    if (!fields.has(FILE)) {
      return fields.anything(FIELD);
    }
    if (fields.has(FIELD)) {
      fields.add(
          "%s has both an event and an eventFile, expected at most one: leave one out"
              .formatted(fields.where()));
    }
    Optional<Path> file =
        fields.text(
            FILE,
            text -> fields.path(text).filter(Files::isRegularFile),
            "the path of a file with JSON");
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(JsonFiles.read(file.get()).toString());
    } catch (IOException e) {
      fields.add(
          "%s.eventFile is \"%s\", which %s: correct the file"
              .formatted(
                  fields.where(),
                  file.orElseThrow(),
                  e instanceof InvalidJsonException ? e.getMessage() : "cannot be read: " + e));
      return Optional.empty();
    }
  }
}
