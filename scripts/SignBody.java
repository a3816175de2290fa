import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a webhook as Cal.com does. Standard input is the secret on a line, then the body: neither
/// shows in the list of processes.
void main() throws Exception {
  String input = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
  int end = input.indexOf('\n');
  Mac mac = Mac.getInstance("HmacSHA256");
  mac.init(
      new SecretKeySpec(input.substring(0, end).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
  byte[] body = input.substring(end + 1).getBytes(StandardCharsets.UTF_8);
  System.out.println(HexFormat.of().formatHex(mac.doFinal(body)));
}
