package coldbench.semantics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Places in the C that TeaVM writes or brings along where a program starts. Theirs puts every
 * literal into a table and writes its header, and every class into a list: half of the pages that a
 * small program touches before its first line. Here literals are constants to the last bit, and a
 * class is in the list only once it has an object, so that the collector looks at few, and what no
 * program refers to is left out when it is linked.
 */
final class RuntimeFiles {
  /** Near each other, so that how far they are apart is a constant. */
  private static final String TOGETHER =
      "alignas(8) __attribute__((section(\".data.coldbench_literals\"))) ";

  private record Edit(String file, String theirs, String ours) {}

  private static final List<Edit> EDITS =
      List.of(
          // Of two sandboxes that start within a second both would draw the same.
          new Edit(
              "core.c",
              """
                  return rand() / ((double) RAND_MAX + 1);
              }

              void teavm_beforeInit() {
                  srand((unsigned int) time(NULL));
              """,
              """
                  return ((uint64_t) coldbench_randomBits() >> 11) * 0x1p-53;
              }

              void teavm_beforeInit() {
              """),
          new Edit(
              "core.c",
              """
                  teavm_beforeClasses = (char*) teavm_classReferences[0];
                  for (int i = 1; i < teavm_classReferencesCount; ++i) {
                      char* c = (char*) teavm_classReferences[i];
                      if (c < teavm_beforeClasses) teavm_beforeClasses = c;
                  }
                  teavm_beforeClasses -= 4096;
                  for (int i = 0; i < teavm_classReferencesCount; ++i) {
                      TeaVM_Class* cls = teavm_classReferences[i];
                      cls->next = teavm_firstClass;
                      teavm_firstClass = cls;
                  }
              """,
              """
                  // Written before they are read: else the kernel maps these pages, to copy them later.
                  *(TeaVM_Object* volatile*) &teavm_objectClass->classObject = NULL;
                  *(TeaVM_Object* volatile*) &teavm_charArrayClass->classObject = NULL;
                  teavm_beforeClasses = (char*) teavm_charArrayClass - COLDBENCH_BELOW_CLASSES;
              """),
          new Edit(
              "core.c",
              "        cls->classObject = result;\n",
              """
                      cls->classObject = result;
                      cls->next = teavm_firstClass;
                      teavm_firstClass = cls;
              """),
          new Edit(
              "arrayclass.c",
              """
                  classPtr->next = teavm_firstClass;
                  teavm_firstClass = classPtr;
              """,
              "    classPtr->next = NULL;\n"),
          new Edit(
              "a/p/char.c",
              "alignas(8) jl_Object_VT Arr_C_Cls",
              TOGETHER + "jl_Object_VT Arr_C_Cls"),
          new Edit(
              "c/j/l/String.c",
              "alignas(8) jl_String_VT jl_String_Cls",
              TOGETHER + "jl_String_VT jl_String_Cls"),
          new Edit(
              "stack.h",
              """
                  extern TeaVM_CallSite teavm_callSites[];
                  #define TEAVM_FIND_CALLSITE(id, frame) (teavm_callSites + id)
              """,
              """
                  static TeaVM_ExceptionHandler* coldbench_firstHandler(int32_t site);
                  static TeaVM_CallSiteLocation* coldbench_location(int32_t site);
              """),
          new Edit(
              "string.h",
              "#define TEAVM_STRING(",
              """
              // What a class's number in a header is counted from lies this far below the class of char[]: more than all classes take.
              #define COLDBENCH_BELOW_CLASSES (1 << 24)
              #define COLDBENCH_LITERAL(distance) \\
                  ((int32_t) ((COLDBENCH_BELOW_CLASSES + (distance)) >> 3) | INT32_C(0x80000000))
              #define COLDBENCH_CHARS_HEADER COLDBENCH_LITERAL(0)
              #define COLDBENCH_STRING_HEADER COLDBENCH_LITERAL((sizeof(jl_Object_VT) + 7) / 8 * 8)

              #define TEAVM_STRING("""),
          new Edit(
              "string.h",
              "&(TeaVM_String) { \\\n    .characters",
              "&(TeaVM_String) { \\\n    .parent = { .header = COLDBENCH_STRING_HEADER }, \\\n    .characters"),
          new Edit(
              "string.h",
              ".hdr = { .size",
              ".hdr = { .parent = { .header = COLDBENCH_CHARS_HEADER }, .size"),
          new Edit(
              "strings.c",
              "    int32_t stringHeader = TEAVM_PACK_CLASS(&jl_String_Cls) | (int32_t) INT32_C(0x80000000);\n",
              """
                  int32_t stringHeader = TEAVM_PACK_CLASS(teavm_stringClass) | INT32_C(0x80000000);
                  if (stringHeader == COLDBENCH_STRING_HEADER) {
                      return; // else the compiler has put the two classes otherwise
                  }
              """),
          new Edit(
              "strings.c",
              """
                          s = teavm_registerString(s);
                          ((TeaVM_Object*) s)->header = stringHeader;
                          teavm_stringPool[i] = s;
              """,
              """
                          ((TeaVM_Object*) s)->header = stringHeader;
              """));

  private RuntimeFiles() {}

  /** Doing it again changes nothing. */
  static void mend(Path generatedC) throws IOException {
    for (Edit edit : EDITS) {
      Path file = generatedC.resolve(edit.file());
      String found = Files.exists(file) ? Files.readString(file) : edit.ours();
      if (found.contains(edit.ours())) {
        continue;
      }
      if (!found.contains(edit.theirs())) {
        throw CSources.unknown(file, "the file", RuntimeFiles.class);
      }
      Files.writeString(file, found.replace(edit.theirs(), edit.ours()));
    }
  }
}
