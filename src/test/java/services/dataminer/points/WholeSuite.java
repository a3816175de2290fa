package services.dataminer.points;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Leaves a class to the whole suite: `scripts/verify --fast` skips it. [FastLaneTest] says which
/// classes need it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@org.junit.jupiter.api.Tag("whole-suite")
@net.jqwik.api.Tag("whole-suite")
public @interface WholeSuite {}
