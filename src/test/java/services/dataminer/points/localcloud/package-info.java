/// Runs what `template.yaml` describes on one machine, without Docker: DynamoDB Local and ElasticMQ
/// in this JVM, an HTTP gateway, event source mappings and schedules, and every function as a
/// process of its own under AWS's runtime interface client. Started by `scripts/local`, and by
/// tests through [LocalCloud#start].
package services.dataminer.points.localcloud;
