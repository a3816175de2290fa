package services.dataminer.points.functions.calendar.calcom;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An API that remembers what it was asked, and does something before it answers.
public final class CountedApi implements CalcomApi {

  public final List<Position> pages = new CopyOnWriteArrayList<>();
  public final List<String> bookings = new CopyOnWriteArrayList<>();
  private final CalcomApi api;
  private Runnable beforePage = () -> {};
  private Runnable beforeBooking = () -> {};

  public CountedApi(CalcomApi api) {
    this.api = api;
  }

  public void beforePage(Runnable happens) {
    beforePage = happens;
  }

  public void beforeBooking(Runnable happens) {
    beforeBooking = happens;
  }

  @Override
  public Response booking(String uid) {
    bookings.add(uid);
    beforeBooking.run();
    return api.booking(uid);
  }

  @Override
  public Response page(Position position) {
    pages.add(position);
    beforePage.run();
    return api.page(position);
  }

  @Override
  public boolean pagesByCursor() {
    return api.pagesByCursor();
  }
}
