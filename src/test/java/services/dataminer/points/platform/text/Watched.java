package services.dataminer.points.platform.text;

import java.util.concurrent.atomic.AtomicLong;

/// A text that counts how often one of its characters is looked at: the work of a regular
/// expression, whatever the machine.
///
/// @param looks counts
public record Watched(String text, AtomicLong looks) implements CharSequence {

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    looks.incrementAndGet();
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
