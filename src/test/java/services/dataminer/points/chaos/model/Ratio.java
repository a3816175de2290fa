package services.dataminer.points.chaos.model;

import java.math.BigInteger;

/// An exact fraction, not reduced.
record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
  static final Ratio ZERO = of(0, 1);

  static Ratio of(long over, long under) {
    return new Ratio(BigInteger.valueOf(over), BigInteger.valueOf(under));
  }

  Ratio plus(Ratio other) {
    BigInteger common = under.multiply(other.under);
    BigInteger sum = over.multiply(other.under).add(other.over.multiply(under));
    BigInteger divisor = sum.gcd(common).max(BigInteger.ONE);
    return new Ratio(sum.divide(divisor), common.divide(divisor));
  }

  long whole() {
    return over.divide(under).longValueExact();
  }

  Ratio rest() {
    return new Ratio(over.mod(under), under);
  }

  @Override
  public int compareTo(Ratio other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }
}
