package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The runbook says of every alarm what to do, and of no other.
class RunbookTest {

  private static final Pattern SECTION = Pattern.compile("(?m)^### ([a-z0-9-]+)$");

  @Test
  void everyAlarmHasItsSectionAndEverySectionItsAlarm() throws IOException {
    List<String> sections =
        SECTION
            .matcher(Files.readString(Path.of("docs/runbook.md")))
            .results()
            .map(match -> match.group(1))
            .toList();
    List<String> alarms =
        Template.of(Template.text()).resources("AWS::CloudWatch::Alarm").stream()
            .map(alarm -> alarm.properties().get("AlarmName").pattern())
            .map(name -> name.replace("devops-points-${Stage}-", ""))
            .toList();

    assertThat(sections).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(alarms);
  }
}
