package services.dataminer.points.ledger.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.AwardBasis;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

/// What was recorded, as one flat object: the basis with its own fields, named by its
/// [ActivityKind], and who recorded it when.
final class RecordedJson {

  private static final String BY = "by";
  private static final String OCCURRED_AT = "occurredAt";

  private RecordedJson() {}

  static final class Writer extends StdSerializer<Recorded> {

    @Serial private static final long serialVersionUID = 1L;

    Writer() {
      super(Recorded.class);
    }

    @Override
    public void serialize(Recorded fact, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject(fact);
      json.writeStringField(ProgramModule.WHAT, fact.kind().name());
      provider.defaultSerializeField(ProgramModule.AT, fact.at(), json);
      json.writeStringField(BY, fact.by());
      JsonSerializer<Object> basis = provider.findValueSerializer(fact.basis().getClass());
      basis.unwrappingSerializer(NameTransformer.NOP).serialize(fact.basis(), json, provider);
      provider.defaultSerializeField(OCCURRED_AT, fact.occurredAt(), json);
      json.writeEndObject();
    }

    @Override
    public void serializeWithType(
        Recorded fact, JsonGenerator json, SerializerProvider provider, TypeSerializer type)
        throws IOException {
      serialize(fact, json, provider);
    }
  }

  static final class Reader extends StdDeserializer<Recorded> {

    @Serial private static final long serialVersionUID = 1L;

    Reader() {
      super(Recorded.class);
    }

    @Override
    public Recorded deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      // Not by the parser's own reader: to that one, the facts after this one are trailing tokens.
      ObjectNode fields = context.readTree(json).require();
      Class<? extends AwardBasis> type = kindOf(fields).basis().orElseThrow();
      Instant at = context.readTreeAsValue(fields.remove(ProgramModule.AT), Instant.class);
      String by = context.readTreeAsValue(fields.remove(BY), String.class);
      Instant occurredAt = context.readTreeAsValue(fields.remove(OCCURRED_AT), Instant.class);
      AwardBasis basis = context.readTreeAsValue(fields, type);
      if (at == null || by == null || occurredAt == null) {
        return context.reportInputMismatch(this, "at, by or occurredAt is missing");
      }
      return new Recorded(at, by, occurredAt, basis);
    }

    private static ActivityKind kindOf(ObjectNode fields) {
      return ActivityKind.valueOf(fields.remove(ProgramModule.WHAT).asText());
    }
  }
}
