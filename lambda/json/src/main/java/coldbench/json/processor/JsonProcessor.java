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
    try {
      CodecClass codec = CodecClass.of(type);
      String source = codec.source(members(type, codec));
      try (Writer file =
          processingEnv.getFiler().createSourceFile(codec.name(), type).openWriter()) {
        file.write(source);
      }
    } catch (RefusedException e) {
      error(String.valueOf(e.getMessage()), e.element);
    } catch (IOException e) {
      error("the codec cannot be written: " + e.getMessage(), type);
    }
  }

  private static String members(TypeElement type, CodecClass codec) throws RefusedException {
    return switch (type.getKind()) {
      case RECORD -> RecordSource.of(type).members(codec);
      case ENUM -> EnumSource.members(type, codec);
      case INTERFACE -> {
        if (type.getModifiers().contains(Modifier.SEALED)) {
          yield SealedSource.of(type).members(codec);
        }
        throw notPossible(type);
      }
      default -> throw notPossible(type);
    };
  }

  private static RefusedException notPossible(TypeElement type) {
    return new RefusedException(
        type,
        type.getSimpleName()
            + " cannot be had in JSON, expected is a record, an enum or a sealed interface of records");
  }

  private void error(String message, Element at) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "@Json: " + message, at);
  }
}
