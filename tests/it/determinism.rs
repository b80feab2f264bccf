//! Same request, same bytes.

use dateline::config::Limits;
use serde_json::json;

use crate::support::{ARTICLE, Reply, Service, post, send};

fn requests() -> Vec<String> {
    let quake = include_str!("../fixtures/articles/quake-valley.txt");
    let mut requests = Vec::new();
    for (article, date) in [(ARTICLE, "2025-03-05"), (quake, "2024-11-23T09:00:00Z")] {
        for unit in ["code_point", "utf16", "utf8", "all"] {
            let options = json!({"offset_unit": unit, "attributions": "all", "evidence": true});
            requests
                .push(json!({"title": "News", "body": article, "published_at": date, "options": options}).to_string());
        }
        requests.push(json!({"body": article.repeat(5)}).to_string());
    }
    requests
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_client_and_eight_get_the_same_bytes() {
    const CLIENTS: usize = 8;
    let patient =
        Limits { workers: 4, queue_per_worker: 8, queue_ms_max: 60_000, deadline_ms_max: 60_000, ..Limits::default() };
    let service = Service::with(patient);
    let requests = requests();
    let mut alone = Vec::new();
    for request in &requests {
        alone.push(service.extract_bytes(request.clone()).await);
    }
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (router, requests) = (service.router.clone(), requests.clone());
            tokio::spawn(async move {
                let mut replies = Vec::new();
                for i in 0..requests.len() {
                    let which = (i + client) % requests.len();
                    let reply = send(router.clone(), post("application/json", requests[which].clone())).await;
                    replies.push((which, reply));
                }
                replies
            })
        })
        .collect();
    for client in clients {
        for (which, Reply { status, headers, bytes }) in client.await.unwrap() {
            assert_eq!((status, &bytes), (alone[which].status, &alone[which].bytes));
            assert_eq!(headers.get("etag"), alone[which].headers.get("etag"));
        }
    }
    assert!(alone.iter().all(|reply| reply.status == 200));
}
