package services.dataminer.points.architecture.broken.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import services.dataminer.points.architecture.broken.platform.Anything;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Use cases that know what they must not.
class Impure {

  static class KnowsThePlatform {
    Anything anything;
  }

  static class KnowsTheTable {
    services.dataminer.points.architecture.broken.ledger.table.Anything anything;
  }

  static class KnowsAttributes {
    AttributeValue value;
  }

  static class KnowsJackson {
    ObjectMapper mapper;
  }

  static class KnowsHttp {
    HttpClient client;
  }
}
