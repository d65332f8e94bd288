package coldbench.template;

import java.util.Optional;

/** What a deployed resource would answer to {@code Ref} and {@code Fn::GetAtt}. */
public interface Attributes {
  /** The attribute for {@code Ref}: a name for functions and buckets, an ARN for state machines. */
  String REF = "Ref";

  /**
   * The attribute's value, empty where nothing stands for that resource.
   *
   * @param attribute {@link #REF} or a name such as {@code Arn}
   */
  Optional<String> of(String logicalId, String attribute);
}
