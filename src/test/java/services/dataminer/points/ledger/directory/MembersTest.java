package services.dataminer.points.ledger.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class MembersTest {

  private Set<String> touched = new HashSet<>();

  private final Bookkeeping books =
      new Bookkeeping(
          LocalTable.fresh()
              .through(
                  new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(
                        Context.BeforeExecution context, ExecutionAttributes attributes) {
                      if (context.request() instanceof TransactWriteItemsRequest request) {
                        touched =
                            request.transactItems().stream()
                                .map(MembersTest::key)
                                .collect(Collectors.toSet());
                      }
                    }
                  }));

  private static String key(TransactWriteItem item) {
    return Stream.of(
            Optional.ofNullable(item.put()).map(put -> put.item()),
            Optional.ofNullable(item.update()).map(update -> update.key()),
            Optional.ofNullable(item.delete()).map(delete -> delete.key()),
            Optional.ofNullable(item.conditionCheck()).map(check -> check.key()))
        .flatMap(Optional::stream)
        .map(attributes -> List.of(attributes.get("pk"), attributes.get("sk")))
        .map(key -> key.stream().map(AttributeValue::s).collect(Collectors.joining(" ")))
        .findFirst()
        .orElseThrow();
  }

  /// Two transactions that touch one item conflict, even if both only ask whether it is there.
  @Test
  void People_of_one_partner_can_be_entered_at_the_same_time() {
    books.partner("acme");

    books.member("ada", true, Optional.of("acme"), "ada@acme.example");
    Set<String> ada = touched;
    books.member("ben", true, Optional.of("acme"), "ben@acme.example");

    assertThat(ada).isNotEmpty().doesNotContainAnyElementsOf(touched);
  }
}
