package services.dataminer.points.localcloud;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.InterceptorContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A client whose requests reach a DynamoDB Local in this JVM as they are. Sending them over HTTP,
/// as JSON, takes three times as long. Interceptors see each request before it is executed, and the
/// response after it.
final class DirectDynamoDb implements InvocationHandler {
  private final DynamoDbClient database;
  private final List<ExecutionInterceptor> interceptors;

  private DirectDynamoDb(DynamoDbClient database, List<ExecutionInterceptor> interceptors) {
    this.database = database;
    this.interceptors = interceptors;
  }

  static DynamoDbClient client(DynamoDbClient database, ExecutionInterceptor... interceptors) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DirectDynamoDb.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            new DirectDynamoDb(database, List.of(interceptors)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (isOperation(method)) {
      return execute(method, (SdkRequest) arguments[0]);
    }
    // Paginators, and requests that are built on the way, end in an operation of this proxy.
    return method.isDefault()
        ? InvocationHandler.invokeDefault(proxy, method, arguments)
        : method.invoke(database, arguments);
  }

  private static boolean isOperation(Method method) {
    return method.getParameterCount() == 1
        && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
        && SdkResponse.class.isAssignableFrom(method.getReturnType());
  }

  private SdkResponse execute(Method operation, SdkRequest request) throws Throwable {
    var attributes = new ExecutionAttributes();
    var before = InterceptorContext.builder().request(request).build();
    interceptors.forEach(each -> each.beforeExecution(before, attributes));
    SdkResponse response;
    try {
      response = (SdkResponse) operation.invoke(database, request);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    var after = before.copy(context -> context.response(response));
    interceptors.forEach(each -> each.afterExecution(after, attributes));
    return response;
  }
}
