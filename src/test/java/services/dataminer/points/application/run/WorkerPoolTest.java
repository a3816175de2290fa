package services.dataminer.points.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

  private static final List<Integer> PIECES = IntStream.range(0, 100).boxed().toList();

  @Test
  void Every_piece_is_done_once() {
    var done = new ConcurrentLinkedQueue<Integer>();

    assertThat(new WorkerPool(4).each(PIECES, () -> false, done::add)).isZero();

    assertThat(done).containsExactlyInAnyOrderElementsOf(PIECES);
  }

  @Test
  void As_many_as_there_are_hands_are_under_way_at_a_time_and_no_more() {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    var together = new CountDownLatch(4);

    new WorkerPool(4)
        .each(
            PIECES,
            () -> false,
            _ -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              together.countDown();
              await(together);
              underWay.decrementAndGet();
            });

    assertThat(most.get()).isEqualTo(4);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void One_hand_works_in_order_and_stops_between_two_pieces() {
    var done = new ConcurrentLinkedQueue<Integer>();
    var stop = new AtomicBoolean();

    int left =
        new WorkerPool(1)
            .each(
                PIECES,
                stop::get,
                piece -> {
                  done.add(piece);
                  stop.set(piece == 2);
                });

    assertThat(done).containsExactly(0, 1, 2);
    assertThat(left).isEqualTo(97);
  }

  @Test
  void Nothing_is_done_of_nothing() {
    assertThat(new WorkerPool(4).each(List.<Integer>of(), () -> false, _ -> {})).isZero();
  }

  @Test
  void What_the_work_throws_ends_the_run() {
    assertThatThrownBy(
            () ->
                new WorkerPool(1)
                    .each(
                        PIECES,
                        () -> false,
                        _ -> {
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
  }
}
