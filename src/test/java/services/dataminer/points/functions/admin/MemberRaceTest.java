package services.dataminer.points.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.HttpAnswer;

/// Two administrators at once.
@WholeSuite
class MemberRaceTest {

  private static final AdminApi API = new AdminApi();

  @RepeatedTest(15)
  void One_address_entered_for_two_members_at_once_is_one_members(RepetitionInfo round)
      throws Exception {
    String address = "shared%d@acme.example".formatted(round.getCurrentRepetition());
    String one = "/v1/members/one" + round.getCurrentRepetition();
    String other = "/v1/members/other" + round.getCurrentRepetition();
    var together = new CyclicBarrier(2);

    List<HttpAnswer> answers =
        atOnce(
            () -> {
              together.await();
              return API.put(one, member(address));
            },
            () -> {
              together.await();
              return API.put(other, member(address));
            });

    assertThat(answers).extracting(HttpAnswer::status).containsExactlyInAnyOrder(201, 409);
    assertThat(Stream.of(one, other).map(path -> API.get(path).status()))
        .containsExactlyInAnyOrder(200, 404);
  }

  @RepeatedTest(5)
  void One_member_entered_twice_at_once_is_one_of_the_two(RepetitionInfo round) throws Exception {
    String path = "/v1/members/twice" + round.getCurrentRepetition();
    var together = new CyclicBarrier(2);

    List<HttpAnswer> answers =
        atOnce(
            () -> {
              together.await();
              return API.put(path, member("a%d@b.be".formatted(round.getCurrentRepetition())));
            },
            () -> {
              together.await();
              return API.put(path, member("c%d@b.be".formatted(round.getCurrentRepetition())));
            });

    assertThat(answers).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 201);
    HttpAnswer last =
        answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow();
    assertThat(API.get(path).body()).isEqualTo(last.body());
  }

  private static String member(String address) {
    return "{\"name\":\"Ada\",\"signedUpOn\":\"2023-04-12\",\"emails\":[\"%s\"]}"
        .formatted(address);
  }

  private static List<HttpAnswer> atOnce(Callable<HttpAnswer> one, Callable<HttpAnswer> other)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<HttpAnswer>> calls = threads.invokeAll(List.of(one, other));
      return List.of(calls.get(0).get(), calls.get(1).get());
    }
  }
}
