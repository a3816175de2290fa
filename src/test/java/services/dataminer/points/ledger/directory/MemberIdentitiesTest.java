package services.dataminer.points.ledger.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.ledger.directory.Member.By;
import services.dataminer.points.ledger.directory.Member.Named;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.program.activity.Address;

@DisplayName("A member")
class MemberIdentitiesTest {

  private static final String ADA = "ada@acme.example";
  private static final String SPELLED = "Ada@Acme.example";

  private static Member member(List<String> emails, int accounts, Map<String, String> hashes) {
    return new Member(
        "ada",
        "Ada",
        emails,
        IntStream.range(0, accounts)
            .mapToObj(n -> new Member.Account("https://lms.example", Integer.toString(n)))
            .toList(),
        List.of(),
        Optional.empty(),
        LocalDate.parse("2023-04-12"),
        true,
        hashes);
  }

  private static Address hash(String address) {
    return new Address("sha1:" + Hashes.sha1Hex("mailto:" + address));
  }

  @Test
  @DisplayName("is named by an address, and by its hash in lower case and as entered")
  void named() {
    var member =
        member(
            List.of("a@home.example", ADA), 0, Member.hashesOf(List.of("a@home.example", SPELLED)));

    assertThat(member.identities())
        .containsExactly(
            new Named(By.EMAIL, 0, new Address("mailto:a@home.example")),
            new Named(By.EMAIL, 0, hash("a@home.example")),
            new Named(By.EMAIL, 1, new Address("mailto:" + ADA)),
            new Named(By.EMAIL, 1, hash(ADA)),
            new Named(By.EMAIL, 1, hash(SPELLED)));
  }

  @Test
  @DisplayName("has no hash of an address that is not in the profile, or is none")
  void others() {
    assertThat(member(List.of(), 0, Member.hashesOf(List.of(SPELLED))).identities()).isEmpty();
    assertThat(Member.hashesOf(List.of("Ada", ADA))).isEmpty();
  }

  @Test
  @DisplayName("keeps the hash of an address that is sent back in lower case")
  void kept() {
    Member before = member(List.of(ADA), 0, Member.hashesOf(List.of(SPELLED)));
    Member again = member(List.of(ADA), 0, Map.of());
    Member anew = member(List.of(ADA), 0, Member.hashesOf(List.of("ADA@acme.example")));
    Member without = member(List.of("a@home.example"), 0, Map.of());

    assertThat(again.keepingHashesOf(before)).isEqualTo(before);
    assertThat(anew.keepingHashesOf(before)).isEqualTo(anew);
    assertThat(without.keepingHashesOf(before)).isEqualTo(without);
    assertThat(before.hasSpellings(List.of(SPELLED))).isTrue();
    assertThat(before.hasSpellings(List.of(ADA))).isTrue();
    assertThat(before.hasSpellings(List.of("ADA@acme.example"))).isFalse();
    assertThat(before.withAutoTransfer(false).spelledHashes()).isEqualTo(before.spelledHashes());
    assertThat(before.erased().spelledHashes()).isEmpty();
  }

  @Test
  @DisplayName("has no more identities than one transaction can replace")
  void limited() {
    List<String> emails = IntStream.range(0, 12).mapToObj("ada%d@acme.example"::formatted).toList();
    var hashes =
        Member.hashesOf(IntStream.range(0, 12).mapToObj("Ada%d@acme.example"::formatted).toList());

    Member most = member(emails, 20, hashes);

    assertThat(most.identities())
        .hasSize(47)
        .contains(new Named(By.EMAIL, 2, hash("Ada2@acme.example")));
    assertThat(member(emails, 0, hashes).identities()).hasSize(36);
  }

  @Test
  @DisplayName("stored before there were such hashes has none")
  void before() {
    var item = Document.of(member(List.of(ADA), 0, Map.of()));
    item.remove("spelledHashes");

    assertThat(Document.read(item, Member.class)).isEqualTo(member(List.of(ADA), 0, Map.of()));
  }
}
