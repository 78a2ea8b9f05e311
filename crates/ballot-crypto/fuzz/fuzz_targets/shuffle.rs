//! A mix as a stranger uploads it: head, columns and outputs, verified page by page. Nothing but the genuine one is accepted.
#![no_main]

use ballot_crypto::{
	shuffle::{prove, shuffle, ProofColumn, ProofHead, Rejected, Shape, Statement, Verification},
	transcript::ListDigest,
	Ciphertext, Context, Element, EncodedScalar, RistrettoPoint, Scalar, Secret,
};
use ballot_crypto_fuzz::{edited, rng};
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::{DecodeAll, Encode};
use std::sync::OnceLock;

const LENGTH: u32 = 7;
const CONTEXT: Context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 1, prover: 5, attempt: 0 };

/// What is uploaded: the bytes of the head, the columns, the outputs.
type Upload = (Vec<u8>, Vec<ProofColumn>, Vec<Ciphertext>);

struct Scene {
	key: Element,
	shape: Shape,
	inputs: Vec<Ciphertext>,
	upload: Upload,
	encoded: Vec<u8>,
}

fn scene() -> &'static Scene {
	static SCENE: OnceLock<Scene> = OnceLock::new();
	SCENE.get_or_init(|| {
		let mut rng = rng();
		let key = Secret::random(&mut rng).public_element().expect("a secret is not zero");
		let shape = Shape::of(LENGTH, 1).expect("a legal length");
		let inputs: Vec<_> = (0..LENGTH)
			.map(|_| Ciphertext::encrypt(&RistrettoPoint::random(&mut rng), &key, &Scalar::random(&mut rng)))
			.collect();
		let (outputs, witness) = shuffle(&[key], &inputs, &mut rng).expect("good ciphertexts");
		let statement = statement(&key, &shape, &inputs, &outputs);
		let proof = prove(&statement, &inputs, &outputs, &witness, &mut rng, |_, _| {}).expect("a true statement");
		let upload = (proof.head.encode(), proof.columns, outputs);
		Scene { encoded: upload.encode(), key, shape, inputs, upload }
	})
}

fn statement<'a>(key: &'a Element, shape: &Shape, inputs: &[Ciphertext], outputs: &[Ciphertext]) -> Statement<'a> {
	Statement {
		context: &CONTEXT,
		keys: std::slice::from_ref(key),
		input_digest: ListDigest::of(inputs, 4),
		output_digest: ListDigest::of(outputs, 4),
		shape: *shape,
	}
}

/// As the chain verifies, in pages of this size.
fn verify(scene: &Scene, (head, columns, outputs): &Upload, page: usize) -> Result<(), Rejected> {
	let Scene { key, shape, inputs, .. } = scene;
	let head = ProofHead::decode_for(shape, head)?;
	let statement = statement(key, shape, inputs, outputs);
	let mut verification = Verification::begin(&statement, &head, ListDigest::of(columns, 4))?;
	for columns in columns.chunks(page) {
		verification.columns(columns)?;
	}
	let responses: Vec<EncodedScalar> = columns.iter().map(|column| column.ma).cycle().take(outputs.len()).collect();
	for ((outputs, inputs), responses) in outputs.chunks(page).zip(inputs.chunks(page)).zip(responses.chunks(page)) {
		verification.elements(inputs, outputs, responses)?;
	}
	verification.finish()
}

fuzz_target!(|bytes: &[u8]| {
	let Some((page, edits)) = bytes.split_first() else { return };
	let scene = scene();
	let Ok(upload) = Upload::decode_all(&mut &edited(&scene.encoded, edits)[..]) else { return };
	let accepted = verify(scene, &upload, usize::from(page % 8) + 1).is_ok();
	assert_eq!(accepted, upload == scene.upload, "only the genuine mix is accepted");
});
