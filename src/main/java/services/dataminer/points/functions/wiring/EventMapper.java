package services.dataminer.points.functions.wiring;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// Has the mapper of events learn a type when it meets the first value of it. Funqy makes a reader
/// and a writer for the types of all functions at every start, and each would examine its type at
/// once, though a process serves only one function.
@Singleton
class EventMapper implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH);
    mapper.disable(SerializationFeature.EAGER_SERIALIZER_FETCH);
  }
}
