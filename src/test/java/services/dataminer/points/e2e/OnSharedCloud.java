package services.dataminer.points.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Marks tests that use the [SharedCloud], one class after the other: a night settles the shows of
/// everyone on it, and it is idle only when nobody works. Beside them run those [OnOwnCloud].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedCloud.class)
@ResourceLock("SharedCloud")
@interface OnSharedCloud {}
