package coldbench.json.processor;

import coldbench.json.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** What javac calls, found by META-INF/services. */
@SupportedAnnotationTypes("coldbench.json.Json")
public final class JsonProcessor extends AbstractProcessor {
  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element element : round.getElementsAnnotatedWith(Json.class)) {
      if (element instanceof TypeElement type) {
        write(type);
      }
    }
    return false;
  }

  private void write(TypeElement type) {
    Refusals refusals = new Refusals();
    refusals.attempt(
        () -> {
          CodecClass codec = CodecClass.of(type);
          String source = codec.source(members(type, codec, refusals));
          if (refusals.all().isEmpty()) {
            write(type, codec.name(), source);
          }
        });
    refusals.all().forEach(each -> error(String.valueOf(each.getMessage()), each.shownAt()));
  }

  private void write(TypeElement type, String name, String source) {
    try (Writer file = processingEnv.getFiler().createSourceFile(name, type).openWriter()) {
      file.write(source);
    } catch (IOException e) {
      error("the codec cannot be written: " + e.getMessage(), type);
    }
  }

  private static String members(TypeElement type, CodecClass codec, Refusals refusals)
      throws RefusedException {
    return switch (type.getKind()) {
      case RECORD -> RecordSource.of(type, refusals).members(codec);
      case ENUM -> EnumSource.members(type, codec, refusals);
      case INTERFACE -> {
        if (type.getModifiers().contains(Modifier.SEALED)) {
          yield SealedSource.of(type, refusals).members(codec);
        }
        throw notPossible(type, "an interface that is not sealed");
      }
      default -> throw notPossible(type, "a class");
    };
  }

  private static RefusedException notPossible(TypeElement type, String what) {
    return new RefusedException(
        type,
        RefusedException.named(type)
            + " is "
            + what
            + ", expected a record, an enum or a sealed interface of records");
  }

  private void error(String message, Element at) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "@Json: " + message, at);
  }
}
