package services.dataminer.points.architecture.broken.program;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.LaunchMode;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.Node;
import services.dataminer.points.architecture.broken.ledger.table.Anything;
import software.amazon.awssdk.services.sqs.SqsClient;

/// All that the program must not do.
class Impure {

  static class KnowsJackson {
    ObjectMapper mapper;
  }

  static class KnowsAws {
    SqsClient queues;
  }

  static class KnowsQuarkus {
    LaunchMode mode;
  }

  @Singleton
  static class KnowsJakarta {}

  static class KnowsFiles {
    Path path;
  }

  static class KnowsStreams {
    InputStream stream;
  }

  static class KnowsAddresses {
    URI address;
  }

  static class KnowsYaml {
    Node node;
  }

  static class KnowsTheLedger {
    Anything anything;
  }

  static class ReadsTheClock {
    Instant at() {
      return Instant.now();
    }
  }

  static class PassesTheClockOn {
    Supplier<LocalDate> today() {
      return LocalDate::now;
    }
  }

  static class TakesAClock {
    Instant at(Clock clock) {
      return clock.instant();
    }
  }

  static class CountsMilliseconds {
    long at() {
      return System.currentTimeMillis();
    }
  }

  static class CastsLots {
    Random lots() {
      return new Random();
    }
  }

  static class MakesIds {
    UUID id() {
      return UUID.randomUUID();
    }
  }

  static class KnowsWhereItIs {
    ZoneId zone() {
      return ZoneId.systemDefault();
    }
  }
}
