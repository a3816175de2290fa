package services.dataminer.points.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pieces of work that arrive one by one")
class LanesTest {

  private final Lanes lanes = new Lanes(4);
  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  @DisplayName("are done at the same time if they share no name, as many as may be under way")
  void overlap() {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    var together = new CountDownLatch(4);

    List<CompletableFuture<Void>> pieces =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    lanes.begin(
                        List.of("name " + i),
                        () -> {
                          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                          together.countDown();
                          await(together);
                          underWay.decrementAndGet();
                        }))
            .toList();
    pieces.forEach(CompletableFuture::join);

    assertThat(most).hasValue(4);
  }

  @Test
  @DisplayName("follow each other if they share a name")
  void order() {
    var gate = new CountDownLatch(1);
    lanes.begin(List.of("a", "b"), () -> waitAndNote(gate, "first"));
    CompletableFuture<Void> second = lanes.begin(List.of("b", "c"), () -> done.add("second"));
    CompletableFuture<Void> third = lanes.begin(List.of("c"), () -> done.add("third"));
    lanes.begin(List.of("d"), () -> done.add("other")).join();

    assertThat(second).isNotDone();
    assertThat(third).isNotDone();
    gate.countDown();
    third.join();

    assertThat(done).containsExactly("other", "first", "second", "third");
  }

  @Test
  @DisplayName("are done although one before them failed, whose failure stays its own")
  void failure() {
    var gate = new CountDownLatch(1);
    CompletableFuture<Void> broken =
        lanes.begin(
            List.of("a"),
            () -> {
              await(gate);
              throw new StackOverflowError();
            });
    CompletableFuture<Void> next = lanes.begin(List.of("a"), () -> done.add("next"));
    gate.countDown();

    assertThatThrownBy(broken::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    next.join();
    assertThat(done).containsExactly("next");
  }

  private void waitAndNote(CountDownLatch gate, String name) {
    await(gate);
    done.add(name);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
