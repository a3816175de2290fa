package services.dataminer.points.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Marks tests that start a cloud of their own: one at a time, beside the [SharedCloud].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("OwnCloud")
public @interface OnOwnCloud {}
