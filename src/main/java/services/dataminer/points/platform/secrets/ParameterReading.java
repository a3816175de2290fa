package services.dataminer.points.platform.secrets;

/// What came of reading a parameter.
sealed interface ParameterReading {

  /// The value, decrypted.
  record Found(String value) implements ParameterReading {

    /// Without the value, which no log may have.
    @Override
    public String toString() {
      return "Found[]";
    }
  }

  /// SSM's answer is no, and stays no until someone sets up the parameter or the right to read it.
  record Refused(String why) implements ParameterReading {}

  /// SSM did not answer, or not to the question; the next call may succeed.
  record Unanswered(String why) implements ParameterReading {}
}
